"""For those who read everything: Wagtail knows who may edit a page, not who may look at one."""
