"""A neighbourhood with everything in it as one file, which another installation can bring in.

docs/packages.md is the format, for whoever reads or writes it with other programs;
docs/decisions/0015-packages.md says why it is as it is.
"""

from ..portable.problems import PackageError
from .bringing import Report, package_bring_in
from .taking import package_take_out

__all__ = ["PackageError", "Report", "package_bring_in", "package_take_out"]
