"""Columns that every kind of page may have."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .column import Column, Part, Shape

IDENTITY = (
    Column(
        "key", _("key of the page"), ("translation key", "页面标识"),
        part=Part.IDENTITY,
    ),
    Column(
        "id", _("id in its own register"),
        ("identifier", "dublin core:identifier", "wikidata", "wikidata id", "qid", "item",
         "unique id", "objectid", "标识", "标识符", "标识码", "唯一标识", "唯一编码"),
        also=("ref", "reference", "référence", "记录编号", "识别码"),
        part=Part.IDENTITY,
    ),
    Column(
        "slug", _("last part of the address"), ("页面地址", "网址名", "英文地址名"),
        part=Part.IDENTITY,
    ),
    Column(
        "kind", _("kind of page"), ("page type", "页面类型", "页面种类"), part=Part.IDENTITY,
    ),
    Column(
        "same_as", _("same as (address of a page, or “new”)"), ("同一处", "即本站", "与…同一"),
        part=Part.IDENTITY,
    ),
    Column(
        "fingerprint", _("state of the page when exported"), ("导出时状态",), part=Part.IDENTITY,
    ),
)  # fmt: skip

NAMES = (
    Column(
        "title", _("name"),
        ("名称", "中文名称", "中文名", "文物名称", "遗产名称", "文保单位名称", "文物保护单位名称",
         "单位名称", "不可移动文物名称", "历史建筑名称", "建筑名称", "古迹名称", "景点名称",
         "项目名称", "资源名称", "个案名称", "遗址名称", "遗产点名称", "街道名称", "社区名称",
         "街区名称", "点位名称", "点名称", "name zh", "title zh", "名称zh", "name chinese",
         "chinese name", "name tc", "name sc",
         "name", "site name", "property name", "building name", "monument name", "heritage name",
         "asset name", "place name", "resource name", "official name", "list entry name",
         "designated name", "structure name",
         "dublin core:title", "dc:title", "dcterms:title",
         "name and address", "name and address of building", "名称及地址", "建筑物名称",
         "name of building", "name of monument", "titre éditorial de la notice", "nome chinês",
         "nome em chinês", "nome em português",
         "名前", "文化財名", "文化財名称", "指定名称", "資産名称", "施設名",
         "명칭", "이름", "문화재명", "국가유산명", "문화유산명", "유산명", "문화재명국문",
         "nom", "dénomination", "titre", "titre courant", "appellation", "nom du monument",
         "appellation courante", "tico", "désignation de l'édifice",
         "nombre", "nombre oficial", "denominación", "título", "nombre del bien",
         "bezeichnung", "objekt", "objektname", "denkmalname", "objektbezeichnung",
         "nome", "designação", "denominação", "nome do bem", "denominazione"),
        also=("label", "item label", "itemlabel", "标题", "题名", "全称", "name of property",
              "heading", "地名"),
    ),
    Column(
        "foreign_name", _("name in the other language"),
        ("name en", "title en", "english name", "name english", "英文名", "英文名称", "英文",
         "外文名", "外文名称", "译名", "名称en", "名称英文", "名称英语", "名称英字", "英語名",
         "label en", "itemlabel en", "英文标题", "dublin core:alternative title en", "영문명",
         "문화재명영문", "nom anglais", "nombre en inglés"),
    ),
    Column(
        "alt_names", _("other names"),
        ("alt name", "alternative names", "alternative name", "other name", "also known as",
         "aka", "alias", "aliases", "former name", "former names", "别名", "曾用名", "又名",
         "别称", "俗名", "俗称", "其他名称", "其它名称", "原名", "旧称", "古称",
         "dublin core:alternative title", "dcterms:alternative", "itemaltlabel", "alt label",
         "别名称", "通称", "名称通称", "愛称", "이칭", "autre nom", "autres noms",
         "otros nombres", "otra denominación", "weitere namen", "outros nomes"),
        shape=Shape.LINES, may_repeat=True,
    ),
    Column(
        "short_name", _("short name"), ("短名", "简称", "abbreviation", "略称"),
    ),
)  # fmt: skip

TELLING = (
    Column(
        "lede", _("lede"), ("导语", "一句话介绍", "一句话", "tagline", "摘要一句"),
    ),
    Column(
        "description", _("description"),
        ("说明", "简介", "介绍", "描述", "概况", "概述", "内容", "内容简介", "简况", "文物简介",
         "基本情况", "历史沿革", "沿革", "价值", "文物价值", "历史价值", "价值评估", "价值特色",
         "主要价值", "现状", "保存现状", "fact", "facts", "history",
         "summary", "abstract", "details", "statement of significance", "significance",
         "dublin core:description", "dc:description", "dcterms:description", "dublin core:abstract",
         "解説文", "item type metadata:story",
         "解説", "説明", "概要", "설명", "내용", "해설", "description historique", "historique",
         "descripción", "reseña", "beschreibung", "descrição", "histórico", "descrizione",
         "item description", "itemdescription", "history and description", "沿革简介"),
        part=Part.TEXT, may_repeat=True,
    ),
    Column("body", _("story, as blocks"), ("正文",), shape=Shape.BLOCKS),
    Column(
        "date", _("date"),
        ("年代", "时代", "时期", "建造年代", "始建年代", "建成年代", "建筑年代", "始建时间",
         "建造时间", "建成时间", "修建年代", "修建时间", "年份", "建成年份", "创建年代",
         "创建时间", "文物年代", "时间", "date text", "period", "built", "year built",
         "date built", "construction date", "date of construction", "date constructed", "era",
         "century", "inception", "year", "age", "dating", "created",
         "dublin core:date", "dc:date", "dcterms:date", "dublin core:date created",
         "dublin core:temporal coverage", "時代", "年代時代", "建築年代", "시대", "연대",
         "siècle", "époque", "scle", "datation", "siècle de la campagne principale de construction",
         "época", "datación", "siglo", "fecha de construcción", "start date", "建造年份",
         "落成年份", "兴建年份", "baujahr", "datierung",
         "entstehungszeit", "século", "datação", "período", "epoca"),
        also=("fecha", "datum der entstehung", "日期"),
        shape=Shape.DATE,
    ),
    Column(
        "date_edtf", pgettext_lazy("column", "date (EDTF)"), ("edtf", "年代edtf"),
        shape=Shape.EDTF,
    ),
)  # fmt: skip

SOURCES = (
    Column(
        "source", _("source"),
        ("sources", "来源", "出处", "资料来源", "信息来源", "参考文献", "参考资料", "文献",
         "依据", "资料出处", "数据来源", "citation", "citations", "references", "bibliography",
         "dublin core:source", "dc:source", "dcterms:source", "dcterms:bibliographiccitation",
         "dublin core:bibliographic citation", "出典", "典拠", "資料", "출처", "参考",
         "sources documentaires", "bibliographie", "fuente", "fuentes", "bibliografía",
         "quelle", "quellen", "fonte", "fontes", "bibliografia"),
        shape=Shape.LINES, part=Part.SOURCE, may_repeat=True,
    ),
    Column(
        "source_kind", _("kind of source"), ("来源类型", "出处类型"),
        shape=Shape.CHOICE, part=Part.SOURCE,
    ),
    Column(
        "source_url", _("address of the source on the web"),
        ("来源网址", "来源链接", "url", "link", "hyperlink", "web page", "网址", "链接", "参考网址",
         "webpage", "website", "weblink", "参考链接", "dublin core:relation", "관련url",
         "lien", "enlace", "website url", "report url"),
        part=Part.SOURCE,
    ),
    Column(
        "source_accessed", _("source read on"), ("查阅日期", "访问日期"),
        shape=Shape.DAY, part=Part.SOURCE,
    ),
)  # fmt: skip
