"""What the words around a date mean, in the languages lists come in, written without accents."""

from __future__ import annotations

from .dynasties import DYNASTIES, REIGNS

_MEANINGS = {
    ("approx", "约"): (
        "c ca circa about around approx approximately roughly env environ vers hacia etwa um gegen "
        "ungefahr cerca alrededor autour|por volta"
    ),
    ("doubt", "可能"): (
        "possibly probably perhaps likely presumably prob poss maybe uncertain vermutlich "
        "wahrscheinlich probablement provavelmente probablemente probabilmente"
    ),
    ("before", "以前"): "before pre avant antes vor prima ante|prior to|earlier than",
    ("not_after", "不晚于"): "by|no later than|not later than|at latest|au plus tard|spatestens",
    ("after", "以后"): "after post apres depois apos nach despues dopo",
    ("since", "起"): "since depuis desde seit",
    ("from", ""): "from",
    ("between", ""): "between entre zwischen",
    ("to", "至"): "to until till through thru a au ate bis hasta al jusque|up to|jusqu'au|jusqu'a",
    ("and", "、"): "and et und",
    ("and_to", "、"): "e y",
    ("or", "或"): "or ou oder",
    ("onwards", "起"): "onwards onward",
    ("now", "起"): "present now today date heute|present day|present-day|aujourd'hui",
    ("found", "始建"): (
        "built constructed erected founded established begun started inaugurated construit "
        "construite construida construido erbaut errichtet costruito edificado edificada bati "
        "batie fonde fondee fundado fundada gegrundet construction|first built|originally built|"
        "build date|date built"
    ),
    ("event", "建"): (
        "completed opened finished dated dating created made commissioned laid unveiled "
        "achieve achevee concluido concluida inaugurado"
    ),
    ("event", "重建"): (
        "rebuilt reconstructed restored renovated remodelled remodeled repaired refurbished "
        "altered extended enlarged expanded modified relocated reconstruit restaure reconstruido "
        "restaurado umgebaut wiederaufgebaut"
    ),
    ("part", "初"): (
        "early beginning debut inicio inicios principio principios comeco anfang fruhes|start|"
        "beginnings|comienzos"
    ),
    ("part", "中"): "mid middle milieu meados mediados mitte mi",
    ("part", "后期"): "late",
    ("part", "末"): "end fin final finais finales fim ende fine",
    ("part", "前中期"): "|early mid|early to mid|early-mid|early-to-mid",
    ("part", "中后期"): "|mid late|mid to late|mid-late|mid-to-late",
    ("half", ""): "half moitie metade mitad halfte meta",
    ("quarter", ""): "quarter quart quartel cuarto viertel",
    ("ordinal", 4): "last dernier letztes|fourth|quatrieme|quarto",
    ("ordinal", 1): "first premier premiere primera primeira primeiro erste erstes",
    ("ordinal", 2): "second seconde deuxieme segunda segundo zweite zweites",
    ("ordinal", 3): "third troisieme terceiro tercer drittes",
    ("century", ""): (
        "century centuries cent siecle siecles seculo seculos sec siglo siglos jahrhundert "
        "jahrhunderts jh jhd jhdt secolo s"
    ),
    ("decade_word", ""): "decade annees decada anos",
    ("ad", ""): "ad ce anno dc|ap j-c|apres j-c|n chr",
    ("bc", ""): "bc bce ac|av j-c|av j c|avant j-c|avant jesus christ|avant jesus-christ|v chr",
    ("dynasty_word", ""): (
        "dynasty dynasties period periods era times dynastie dinastia epoque|dynasty period"
    ),
    ("reign_word", ""): "reign emperor|reign period|regne|reinado",
    ("year_word", ""): "year an ano jahr",
}  # fmt: skip
_MONTHS = (
    "january jan janvier janv janeiro enero ene januar gennaio",
    "february feb fevrier fevr fevereiro fev febrero februar febbraio",
    "march mar mars marco marzo marz maerz",
    "april apr avril avr abril abr aprile",
    "may mai maio mayo maggio",
    "june jun juin junho junio juni giugno",
    "july jul juillet juil julho julio juli luglio",
    "august aug aout agosto ago",
    "september sept sep septembre setembro septiembre settembre",
    "october oct octobre outubro octubre oktober okt ottobre",
    "november nov novembre novembro noviembre",
    "december dec decembre dezembro diciembre dic dezember dez dicembre",
)
_SEASONS = {
    "春": "spring printemps primavera fruhling", "夏季": "summer ete verao verano sommer",
    "秋": "autumn fall automne outono otono herbst", "冬": "winter hiver inverno invierno",
}  # fmt: skip
_CENTURIES = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth twentieth"
)
# Words that say nothing by themselves.
_FILLING = (
    "the of in on at it was were is de du des d l la le les do da dos das el del los las en em im "
    "der dem den die das nel il lo during its"
)
FILLING = frozenset(_FILLING.split())


def _compile() -> dict[tuple[str, ...], tuple[str, object]]:
    words: dict[tuple[str, ...], tuple[str, object]] = {}
    for meaning, line in _MEANINGS.items():
        phrases = line.split("|")
        for word in phrases[0].split():
            words[word,] = meaning
        for phrase in phrases[1:]:
            words[_phrase(phrase)] = meaning
    words |= {
        (word,): ("month", number)
        for number, line in enumerate(_MONTHS, 1)
        for word in line.split()
    }
    words |= {
        (word,): ("season", season) for season, line in _SEASONS.items() for word in line.split()
    }
    words |= {(word,): ("ordinal", n) for n, word in enumerate(_CENTURIES.split(), 10)}
    words |= {_phrase(name): ("dynasty", chinese) for name, chinese in DYNASTIES.items()}
    words |= {_phrase(name): ("reign", chinese) for name, chinese in REIGNS.items()}
    return words


def _phrase(text: str) -> tuple[str, ...]:
    return tuple(word for word in text.replace("-", " - ").split() if word not in FILLING)


WORDS = _compile()
LONGEST = max(map(len, WORDS))
