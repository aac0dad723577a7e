"""Columns of a designation: who protects the place since when."""

from django.utils.translation import gettext_lazy as _

from .column import Column, Part, Shape


def _column(key: str, label, headers=(), also=(), shape: Shape = Shape.TEXT) -> Column:
    return Column(key, label, headers, also, shape=shape, part=Part.DESIGNATION)


PROTECTION = (
    _column("track", _("track"), ("保护体系", "法律体系"), shape=Shape.CHOICE),
    _column(
        "grade", _("grade"),
        ("级别", "保护级别", "文物级别", "等级", "文保级别", "保护等级", "文保单位级别", "公布级别",
         "文物等级", "文物保护级别", "文物保护单位级别", "级别名称", "保护单位级别", "现级别",
         "protection level", "level of protection", "level", "listing grade", "listing",
         "designation", "status", "heritage status", "protection status", "protection",
         "listed status", "grading", "heritage designation", "指定区分", "指定等", "区分",
         "文化財指定区分", "지정구분", "protection category", "nature de la protection",
         "type de protection", "protección", "grado de protección",
         "schutzstatus", "schutzkategorie", "grau de proteção", "classificação",
         "categoria de proteção", "古迹级别", "评级", "heritage label",
         "heritage designation label",
         "heritage designation", "法定地位", "法定古迹", "级别及类别"),
    ),
    _column(
        "heritage_class", _("class of protection"),
        ("保护类别", "保护类型", "保护对象类型", "保护对象", "遗产类型", "文保类型", "遗产类别",
         "保护身份", "保护性质"),
    ),
    _column(
        "batch", _("batch"),
        ("批次", "公布批次", "批", "所属批次", "文保批次", "第几批", "批号"),
    ),
    _column(
        "register_number", _("register number"),
        ("编号", "文物编号", "登记号", "登记编号", "名录编号", "分类号", "统一编号", "公布编号",
         "文保编号", "文物代码", "文物编码", "历史建筑编号", "保护编号", "档案号", "档案编号",
         "普查编号", "普查登记号", "名单编号", "编码", "register no", "reg no", "registration no",
         "registration number", "list entry", "list entry number", "listentry", "entry number",
         "list number", "listing number", "reference number", "ref no", "inventory number",
         "number", "no", "nris reference", "nrhp reference number", "heritage id", "site number",
         "site id", "monument number", "指定番号", "登録番号", "管理番号", "文化財番号", "번호",
         "지정번호", "관리번호", "référence mérimée", "numéro", "identifiant mérimée",
         "número", "número de registro", "denkmalnummer", "objektnummer", "nummer",
         "número de inventário", "个案编号", "case id", "caseid", "文资编号", "公告编号"),
        also=("merimee", "heritage list number", "monument id"),
    ),
    _column(
        "category", _("category"),
        ("类别", "文物类别", "类型", "种类", "分类", "文物类型", "建筑类型", "文保类别", "大类",
         "遗产种类", "文物种类", "type of heritage", "category of property", "typology",
         "type", "class", "site category", "resource type", "文化財分類", "種別",
         "종목", "분류", "catégorie", "domaine", "tipo", "categoría", "tipología", "typ",
         "kategorie", "gattung", "categoria", "tipologia", "dublin core:type", "dc:type",
         "asset category", "instanceoflabel", "instance of"),
        also=("種類", "sub type", "subtype"),
    ),
    _column("category_announced", _("category as announced"), ("公布类别", "公布时类别")),
    _column("category_today", _("category today"), ("现类别", "现行类别", "现类别名称")),
    _column(
        "announced_by", _("announced by"),
        ("公布机关", "公布单位", "公布部门", "批准机关", "公布机构", "发布机关", "发布单位",
         "认定机关", "主管机关", "指定者", "指定機関", "announcing body", "listed by",
         "designated by", "authority", "公布主体", "autorité"),
    ),
    _column(
        "announced_on", _("announced on"),
        ("公布时间", "公布日期", "公布年份", "公布年月", "批准时间", "公布年度", "认定时间",
         "认定日期", "发布时间", "公布文号时间", "列级时间", "定级时间", "指定日期", "公告日期",
         "announced", "date announced", "announcement date", "list date", "listed date",
         "date listed", "listing date", "designated", "designation date", "date designated",
         "date of designation", "date of listing", "first listed", "registered",
         "date registered", "registration date", "listed on", "declared", "date of declaration",
         "指定年月日", "登録年月日", "重文指定年月日", "重要文化財指定年月日",
         "指定日", "文化財指定日", "지정일", "지정일자", "지정연월일",
         "date de protection", "date de classement", "date et typologie de la protection",
         "date de la protection", "fecha de declaración", "eintragungsdatum", "unterschutzstellung",
         "data de classificação", "data de tombamento", "公告时间", "宣布日期", "列入日期"),
        shape=Shape.DATE,
    ),
    _column("announced_on_edtf", _("announced on (EDTF)"), shape=Shape.EDTF),
    _column(
        "announced_name", _("name in the announcement"),
        ("公布名称", "公布时名称", "公布单位名称", "原公布名称"),
    ),
    _column(
        "is_unverified", _("to be verified"), ("待核", "待核实", "是否待核"), shape=Shape.YES_NO,
    ),
    _column("note", _("note on the designation"), ("级别备注", "保护备注", "designation note")),
)  # fmt: skip
