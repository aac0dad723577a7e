"""Dynasties, periods and reigns as they are written in Latin letters. Facts, not rules."""

from __future__ import annotations

# Jin, Wei, Liang, Qi and Chen were several houses each: only those that say which are here.
_DYNASTIES = """
    xia 夏|shang 商|zhou 周|western zhou 西周|eastern zhou 东周|spring and autumn 春秋
    warring states 战国|qin 秦|nanyue 南越国|nan yue 南越国|han 汉|western han 西汉|eastern han 东汉
    three kingdoms 三国|western jin 西晋|eastern jin 东晋|southern dynasties 南朝
    northern dynasties 北朝|southern and northern dynasties 南北朝|northern wei 北魏|sui 隋|tang 唐
    five dynasties 五代|five dynasties and ten kingdoms 五代十国|southern han 南汉|song 宋|sung 宋
    northern song 北宋|southern song 南宋|liao 辽|western xia 西夏|yuan 元|ming 明
    southern ming 南明|qing 清|ching 清|ch'ing 清|manchu 清|republic china 民国
    republican china 民国|republican 民国|republic 民国|minguo 民国|neolithic 新石器时代
    palaeolithic 旧石器时代|paleolithic 旧石器时代|bronze age 青铜时代
    anti-japanese war 抗战|cultural revolution 文革
    taiping rebellion 太平天国
    dinastia ming 明|dinastia qing 清|dynastie ming 明|dynastie qing 清|dynastie des ming 明
    dynastie des qing 清|dynastie tang 唐|dynastie song 宋|dynastie yuan 元|dynastie han 汉
    dinastia song 宋|dinastia yuan 元|dinastia tang 唐|dinastia han 汉
    ming-dynastie 明|qing-dynastie 清
"""
_REIGNS = """
    hongwu 明洪武|jianwen 明建文|yongle 明永乐|hongxi 明洪熙|xuande 明宣德|zhengtong 明正统
    jingtai 明景泰|chenghua 明成化|hongzhi 明弘治|zhengde 明正德|jiajing 明嘉靖|longqing 明隆庆
    wanli 明万历|taichang 明泰昌|tianqi 明天启|chongzhen 明崇祯|shunzhi 清顺治|kangxi 清康熙
    k'ang-hsi 清康熙|yongzheng 清雍正|qianlong 清乾隆|ch'ien-lung 清乾隆|jiaqing 清嘉庆
    daoguang 清道光|xianfeng 清咸丰|tongzhi 清同治|guangxu 清光绪|kuang-hsu 清光绪|xuantong 清宣统
"""


def pairs(lines: str) -> dict[str, str]:
    """`words 汉字|…` → {words: 汉字}; words as the cutter leaves them (no filling words)."""
    entries = (entry.strip() for line in lines.strip().splitlines() for entry in line.split("|"))
    return dict(entry.rpartition(" ")[::2] for entry in entries)


DYNASTIES = pairs(_DYNASTIES)
REIGNS = pairs(_REIGNS)
