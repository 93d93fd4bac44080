"""Where decisions about names are carried out, one after another, within a change by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from relinsight.records.dealings import Dealing
from relinsight.records.matching import FormerPartner, SetApart
from relinsight.records.partners import Partner, PartnerAlias
from relinsight.sources.matching.likeness import likeness
from relinsight.warehouse.by_hand import ByHand, ChangeRefused
from relinsight.warehouse.folding import folded
from relinsight.warehouse.importing.made_ids import made_of
from relinsight.warehouse.matches.match import OF_A_PAIR, OF_A_TEXT, Match, State, half_of_pair
from relinsight.warehouse.matches.merging import Merge, merge
from relinsight.warehouse.matches.moments import look_at_moments, take_in, take_in_by_subject
from relinsight.warehouse.matches.texts import NamedInText, named_in_subjects
from relinsight.warehouse.matches.waiting import Bearer, WaitingName, bearers, of_names, pair, waiting_names
from relinsight.words.name import Name
from relinsight.words.quantities import Names
from relinsight.words.text import text

NO_LONGER = text("Nothing waits under {id} any more: somebody decided it, or an import did; look at `relinsight matches` again.")


@dataclass
class Desk:
    """What waits under the ids that something is decided about, as the transaction sees it."""

    work: ByHand
    ids: Sequence[str]
    names: Mapping[str, WaitingName] = field(init=False)
    meant: Mapping[str, list[Match]] = field(init=False)
    texts: Mapping[str, NamedInText] = field(init=False)

    def __post_init__(self) -> None:
        """What waits under these ids, and what it may mean, is looked up once for all of them."""
        cursor = self.work.change.cursor
        look_at_moments(cursor)
        self.names = {name.id: name for name in waiting_names(cursor) if name.id in self.ids}
        meant = list(of_names(cursor, list(self.names.values()))) if self.names else []
        self.meant = {each: [one for one in meant if one.id == each] for each in self.names}
        of_texts = any(each.startswith(OF_A_TEXT) for each in self.ids)
        self.texts = {one.match.id: one for one in named_in_subjects(cursor)} if of_texts else {}

    @cached_property
    def halves(self) -> Mapping[str, Bearer]:
        """The partners by what stands for them in the id of a pair."""
        return {half_of_pair(each.id): each for each in bearers(self.work.change.cursor)}

    def accept(self, each: str, partner: str | None) -> None:
        """The name means the partner; of two partners that look like one, the two are merged."""
        if each.startswith(OF_A_PAIR):
            found = self._pair(each)
            keep = self.partner(partner) if partner else found.partner_id
            goes = found.named_id if keep == found.partner_id else found.partner_id
            if keep not in {found.partner_id, found.named_id}:
                raise ChangeRefused(text("{id} asks of two other partners than {partner}.", id=Name(each), partner=Name(keep or "")))
            merge(self.work, Merge(keep or "", goes or ""))
            return
        if each.startswith(OF_A_TEXT):
            self._accept_text(each, partner)
            return
        name = self._name(each)
        meant = self._meanings(name)
        chosen = self.partner(partner) if partner else self._only(each, meant)
        self.work.put(PartnerAlias(partner_id=chosen, alias=name.spelling))
        if chosen is not None:
            self._settle(name, chosen)
            self._set_apart(name, [one for one in meant if one.state is State.SEVERAL and one.partner_id != chosen])

    def _accept_text(self, each: str, partner: str | None) -> None:
        found = self._text(each)
        if partner and self.partner(partner) != found.partner_id:
            raise ChangeRefused(text("{id} asks of another partner than {partner}.", id=Name(each), partner=Name(partner)))
        take_in_by_subject(self.work, found.word, found.partner_id)

    def new(self, each: str) -> None:
        """The name is that of a partner that is not there yet; two partners that look like one are two."""
        if each.startswith(OF_A_PAIR):
            self.different(each)
            return
        self._refuse_text(each)
        name = self._name(each)
        made, meant = self._made_id(name), self._meanings(name)
        self.work.put(Partner(id=made, name=name.spelling))
        for one in meant:
            if one.partner_id is not None:
                self.work.put(SetApart(partner_id=one.partner_id, spelling=name.spelling, other_partner_id=made))
        self._settle(name, made)

    def different(self, each: str) -> None:
        """The name means none of the partners that it looks like, and it is not asked again."""
        if each.startswith(OF_A_PAIR):
            found = self._pair(each)
            self.work.put(SetApart(partner_id=found.partner_id or "", spelling=str(found.name), other_partner_id=found.named_id))
            return
        if each.startswith(OF_A_TEXT):
            self.work.put(SetApart(partner_id=self._text(each).partner_id, spelling=self._text(each).subject))
            return
        name = self._name(each)
        meant = [one for one in self._meanings(name) if one.partner_id is not None]
        if not meant:
            raise ChangeRefused(text("{name} looks like no partner, so there is nothing to set apart.", name=Name(name.spelling)))
        self._set_apart(name, meant)

    def collective(self, each: str) -> None:
        """The name stands for many, and is no organisation."""
        if each.startswith(OF_A_PAIR):
            raise ChangeRefused(text("{id} asks about two partners, and a partner is no collective name.", id=Name(each)))
        self._refuse_text(each)
        self.work.put(PartnerAlias(alias=self._name(each).spelling))

    def partner(self, given: str) -> str:
        """The partner that an id means: its own, the id of a register, or one that was merged into it."""
        known = (
            "SELECT id FROM partner WHERE id = $given OR source_id = $given "
            f"UNION SELECT partner_id FROM {FormerPartner.table} WHERE former_id = $given"
        )
        found = self.work.change.cursor.execute(known, {"given": given}).fetchall()
        if len(found) != 1:
            raise ChangeRefused(text("There is no partner {partner}; `relinsight matches` shows their ids.", partner=Name(given)))
        return str(found[0][0])

    def _name(self, each: str) -> WaitingName:
        if each not in self.names:
            raise ChangeRefused(NO_LONGER.with_values(id=Name(each)))
        return self.names[each]

    def _text(self, each: str) -> NamedInText:
        if each not in self.texts:
            raise ChangeRefused(NO_LONGER.with_values(id=Name(each)))
        return self.texts[each]

    def _refuse_text(self, each: str) -> None:
        if each.startswith(OF_A_TEXT):
            raise ChangeRefused(text("{id} asks whether a subject means a partner; accept it, or say that it is different.", id=Name(each)))

    def _pair(self, each: str) -> Match:
        half = (len(each) - 1) // 2
        one, other = (self.halves.get(part) for part in (each[1 : half + 1], each[half + 1 :]))
        if one is None or other is None or one is other:
            raise ChangeRefused(NO_LONGER.with_values(id=Name(each)))
        return pair(one, other, likeness(one.name, other.name))

    def _meanings(self, name: WaitingName) -> list[Match]:
        found = self.meant[name.id]
        if found[0].state is State.COLLECTIVE:
            raise ChangeRefused(text("{name} is a collective name already.", name=Name(name.spelling)))
        return found

    def _only(self, each: str, meant: Sequence[Match]) -> str | None:
        """The one partner that is meant, or nothing for a collective name."""
        if meant[0].partner is None:
            raise ChangeRefused(text("{id} looks like no partner; write --accept {id}=PARTNER.", id=Name(each)))
        if len(meant) > 1:
            ids = Names(tuple(Name(one.partner_id or "") for one in meant))
            raise ChangeRefused(
                text("{id} may mean {partners}; write --accept {id}=PARTNER with one of them.", id=Name(each), partners=ids)
            )
        return meant[0].partner_id

    def _settle(self, name: WaitingName, partner: str) -> None:
        """Lead all dealings with this name to the partner, and bring in the contact moments that wait for it."""
        self.work.put_all(
            Dealing,
            f"SELECT * REPLACE ($partner AS partner_id) FROM dealing WHERE partner_id IS NULL AND {folded('organisation')} = $word",
            partner=partner,
            word=name.word,
        )
        take_in(self.work, name.word, partner)

    def _set_apart(self, name: WaitingName, meant: Sequence[Match]) -> None:
        for one in meant:
            if one.partner_id is not None:
                self.work.put(SetApart(partner_id=one.partner_id, spelling=name.spelling))

    def _made_id(self, name: WaitingName) -> str:
        ((made, taken),) = self.work.change.cursor.execute(
            f"SELECT made, made IN (SELECT id FROM partner UNION SELECT former_id FROM {FormerPartner.table}) "
            f"FROM (SELECT {made_of(Partner, '$word')} AS made) AS made",
            {"word": name.word},
        ).fetchall()
        if taken:
            raise ChangeRefused(
                text("A partner of the name {name} is there already; accept it in place of a new one.", name=Name(name.spelling))
            )
        return str(made)
