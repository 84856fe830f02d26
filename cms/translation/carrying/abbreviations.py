"""Language data: words with a full stop that need not end a sentence. All languages together; none is told apart.

A word that is missing here costs nothing but a proposal in place of a certain match, or leaves a proposal as it is.
"""

from __future__ import annotations

_BEFORE_NAMES = """
dr prof hr fr frl dipl ing st hl geb str bgm obm med phil jur rer nat dres pfr
mr mrs ms messrs rev hon gen col capt lt sgt gov sen rep jr sr mt
проф акад доц ул пл пер пр просп наб гр тов св ген полк кап лейт губ обл респ р
"""

_ABBREVIATIONS = """
abb abs abt allg anm art aufl bd bes bspw bzw ca chr co dgl ebd einschl etc evtl exkl ff ggf ges hg hrsg inkl insb
jan feb mär apr jun jul aug sep sept okt nov dez jh jhd kap max mind min mio mrd nr red rd sog std tel usw uvm vgl vs
zb zit zzgl tsd
approx appt dept dist ed eds eg est fig ie inc incl ltd nos no op pp sec univ vol bros corp
вв гг др изд им кв корп мин млн млрд напр обл пп рис руб сб см ср ст стр табл тел тыс экз
янв фев мар апр июн июл авг сен сент окт ноя нояб дек
"""

_MONTHS = """
januar jänner februar märz april mai juni juli august september oktober november dezember
january february march may june july october december
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
"""

BEFORE_NAMES = frozenset(_BEFORE_NAMES.split())
"""A name follows, so it never ends a sentence."""

ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())
"""May stand within a sentence or end one."""

MONTHS = frozenset(_MONTHS.split())
"""After a day with a full stop, as in "1. März"."""
