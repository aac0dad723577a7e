"""Columns of what stands on the map."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .column import Column, Part, Shape

WHERE = (
    Column(
        "neighbourhood", _("neighbourhood"),
        ("neighborhood", "街道", "社区", "所在街道", "所属街道", "街道镇", "镇街", "街镇",
         "乡镇街道", "街道乡镇", "所属街区", "所在街区", "街区", "所在社区", "所属社区",
         "街道办", "街道办事处", "所属镇街", "所在镇街", "subdistrict", "community",
         "老街区", "村居", "居委", "居委会", "街道社区", "quarter", "町名", "quartier", "barrio",
         "stadtteil", "ortsteil", "bairro"),
        also=("ward", "parish"),
        part=Part.IDENTITY,
    ),
    Column(
        "district", _("district"),
        ("区", "区县", "所在区", "所属区", "行政区", "县区", "市区", "县市区", "区域", "所在区县",
         "所属区县", "所在行政区", "行政区划", "所属行政区", "borough", "county district",
         "市区町村", "arrondissement", "distrito", "bezirk", "시군구"),
    ),
    Column(
        "division_code", _("official division code"),
        ("stat code", "statistical code", "区划代码", "行政区划代码", "统计用区划代码",
         "统计代码", "division", "area code", "社区代码", "街道代码"),
    ),
    Column(
        "address", _("address"),
        ("地址", "详细地址", "所在地址", "所在地", "坐落", "座落", "坐落地点", "坐落位置",
         "具体地址", "地理位置", "所处位置", "所在位置", "门牌", "门牌号", "地点", "位置",
         "address zh", "地址zh", "中文地址", "地址或位置", "位置地址", "street address",
         "full address", "addr full",
         "site address", "street", "street & number", "street number", "addresses",
         "所在地住所", "住所", "所在", "所在地地址", "주소", "소재지", "소재지도로명주소",
         "소재지지번주소", "adresse", "adrs", "adresse forme éditoriale", "adresse forme index",
         "adresse de l'édifice", "dirección", "direccion", "domicilio", "ubicación",
         "anschrift", "straße", "lage", "endereço", "morada", "localização", "indirizzo",
         "公布地址", "位置或地址"),
        also=("location", "place", "localisation", "地区", "dublin core:spatial coverage",
              "dublin core:coverage", "dcterms:spatial"),
    ),
    Column(
        "location_note", _("note on the place"), ("位置说明", "位置备注"),
    ),
)  # fmt: skip

POINTS = (
    Column(
        "lat", pgettext_lazy("column", "latitude"),
        ("latitude", "纬度", "北纬", "纬度坐标", "纬", "y坐标纬度", "latitud", "breitengrad",
         "geographische breite", "위도", "lat dd", "y lat", "latitude dd", "geolocation:latitude"),
        also=("y", "point y", "y coord"),
        shape=Shape.LATITUDE, part=Part.POINT,
    ),
    Column(
        "lng", pgettext_lazy("column", "longitude"),
        ("longitude", "lon", "long", "经度", "东经", "经度坐标", "经", "longitud", "längengrad",
         "geographische länge", "경도", "経度", "lng dd", "x lng", "lon dd", "longitude dd",
         "geolocation:longitude"),
        also=("x", "point x", "x coord"),
        shape=Shape.LONGITUDE, part=Part.POINT,
    ),
    Column(
        "point", _("coordinates"),
        ("坐标", "经纬度", "纬经度", "经纬度坐标", "地理坐标", "中心坐标", "中心点坐标", "坐标点",
         "定位", "位置坐标", "coordinate", "coord", "coords", "latlng", "lat lng", "lat lon",
         "lat long", "latlong", "point entered", "geo", "geopoint", "geo point", "geo point 2d",
         "geometry", "wkt", "wkt geom", "the geom", "geom", "coordinate location",
         "coordinates location", "o-module-mapping:marker", "mapping marker",
         "緯度経度", "座標", "좌표", "coordonnées", "coordonnées gps",
         "coordonnées au format wgs84", "coordenadas", "koordinaten", "coordinate geografiche"),
        shape=Shape.POINT, part=Part.POINT,
    ),
    Column(
        "datum", _("datum of the coordinates"),
        ("坐标系", "坐标系统", "坐标系类型", "大地坐标系", "坐标参考系", "空间参考", "测地系",
         "基准面", "coordinate system", "crs", "srs", "srid", "spatial reference", "epsg",
         "projection", "測地系", "座標系", "좌표계", "bezugssystem", "sistema de referencia"),
        shape=Shape.DATUM, part=Part.POINT,
    ),
    Column(
        "accuracy_m", _("accurate to (metres)"),
        ("coord accuracy", "accuracy", "precision", "坐标精度", "精度", "误差", "定位精度",
         "coordinate precision", "coord accuracy m"),
        shape=Shape.NUMBER,
    ),
    Column(
        "point_source", _("where the coordinates come from"),
        ("coord source", "coordinate source", "坐标来源", "定位方式", "坐标出处", "测点说明"),
    ),
)  # fmt: skip

KINDS_OF_PLACE = (
    Column(
        "site_type", _("kind of place"), ("地点类型", "场所类型", "遗存类型"), shape=Shape.CHOICE,
    ),
    Column(
        "is_red", _("revolutionary history"),
        ("红色", "是否红色", "是否红色史迹", "红色史迹", "是否革命文物", "是否红色遗址"),
        shape=Shape.YES_NO,
    ),
    Column(
        "opening", _("opening"),
        ("开放时间", "开放情况", "开放状态", "开放", "开放时段", "opening hours", "visiting hours",
         "opening time", "hours", "公開時間", "개방시간", "horaires", "horario",
         "öffnungszeiten"),
    ),
    Column(
        "access", pgettext_lazy("column", "access"),
        ("无障碍", "无障碍设施", "到达", "accessibility"),
    ),
    Column(
        "is_step_free", _("step-free entrance"),
        ("无台阶", "step free", "wheelchair", "wheelchair access", "轮椅"), shape=Shape.YES_NO,
    ),
    Column(
        "former_use", _("former use"),
        ("原用途", "原功能", "历史用途", "原使用功能", "原有用途", "original use", "historic use"),
    ),
    Column(
        "present_use", _("use today"),
        ("现用途", "使用现状", "现状用途", "目前用途", "使用功能", "现使用功能", "使用用途",
         "现用功能", "用途", "current use", "use", "present use", "活化利用", "利用情况"),
    ),
)  # fmt: skip

NEIGHBOURHOODS = (
    Column(
        "cohort", _("renewal programme"),
        ("更新项目", "更新批次", "试点", "试点项目", "改造项目", "seed practice", "practice"),
    ),
    Column("is_gap", _("almost nothing is documented yet"), ("资料空白",), shape=Shape.YES_NO),
)  # fmt: skip

WALLS = (
    Column(
        "artist", _("artist"),
        ("作者", "画师", "绘者", "艺术家", "创作者", "creator", "painter", "author",
         "dublin core:creator", "dc:creator", "dcterms:creator", "作家", "artiste", "auteur",
         "artista", "künstler"),
    ),
    Column("width_m", _("width (m)"), ("宽", "宽度", "width"), shape=Shape.DECIMAL),
    Column("height_m", _("height (m)"), ("高", "高度", "height"), shape=Shape.DECIMAL),
    Column("technique", _("technique"), ("工艺", "技法", "材质", "画种", "medium")),
    Column("commissioned_by", _("commissioned by"), ("委托方", "组织单位", "主办", "commissioner")),
)  # fmt: skip

PEOPLE = (
    Column(
        "born", _("born"), ("生年", "出生", "出生年", "出生日期", "出生年月", "birth", "birth date",
                            "date of birth"),
        shape=Shape.DATE,
    ),
    Column("born_edtf", _("born (EDTF)"), shape=Shape.EDTF),
    Column(
        "died", _("died"), ("卒年", "逝世", "逝世年", "逝世日期", "去世", "death", "death date",
                            "date of death"),
        shape=Shape.DATE,
    ),
    Column("died_edtf", _("died (EDTF)"), shape=Shape.EDTF),
    Column("known_for", _("known for"), ("身份", "事迹", "主要事迹", "职业", "occupation")),
)  # fmt: skip

TRAILS = (
    Column("theme", _("theme"), ("主题", "路线主题"), shape=Shape.CHOICE),
    Column("getting_there", _("how to get to the start"), ("交通", "交通指引", "到达方式")),
)  # fmt: skip
