"""Names that are common words too: at the start of a sentence nobody can tell which is meant."""

from __future__ import annotations

from typing import Final

COMMON_WORDS: Final = frozenset(
    """abbey abbott amber angel april archer art ash august autumn bacon bailey baker ball banks barber
    bark barker barnes baron barrow basil beach bean beard bell berry best bill bird bishop black
    blank bliss block bloom blossom blue boardman bond booker booth bowman boxer bridge bridges
    bright brook brooks brown buck bull burns bush butcher butler camp cannon carol carpenter carter
    carver case castle chance chase chip christian christmas church clark clay cliff close cloud
    coal coffee cole colt cook cooper cope coral court cox crane crook cross crow crowd crystal
    curtain cutter daisy dale darling dawn day deal dean deer diamond dick dish dolly don dove downs
    drake draper drew driver duke dyer eagle earl east english eve fair faith farmer farrow fay fern
    field fields finch fish fisher fitch flood flora flower flowers foot ford forest forrest foster
    fowler fox frank freeman french frost fuller gale garden gardener gates gay gene ginger glen
    gold golden good goodman grace grand grant grass graves gray green grey grove gunner guy hall
    hammer hand hands hank hardy hare harmony harper harry hart hawk hay hazel head heard heath
    heather helm hill hills holder holland holly holm holmes hood hook hope horn house hull hunt
    hunter hurley hurst inn ireland iris irons ivy jack jade jasmine jay jean jerry jewel jolly
    jordan josh joy judge june justice keen keeper king kitchen knight lake lamb lance land lane
    lang laurel law leaf lee liberty light lily little lock long lord love low lucky luke mann mark
    marsh marshal marshall mason max may mayor meadow melody mercer merchant mercy merry miles mill
    miller mills minor misty monk moody moon moor moore moss mount myers nail nick noble noon norm
    north nurse oak oakes olive page paige painter palmer pansy park parker parks parson parsons pat
    patience paw peach peacock peak pearl peg penny pepper pierce pike pine piper plant plumb pond
    pool poor pope poppy porter post potter potts power powers price pride priest prince proctor
    prudence purple queen quick race rain ray reader redman reed reeves rice rich rider ring river
    rivers roach rob robin rock rocky rod root roots rose round rowan ruby rush rusty saga sage
    sailor salt sand sandy savage sawyer scarlet scout sea seal serenity sharp shelly shepard
    shepherd shields shore short sienna silver singer skinner skip sky slate slaughter sly small
    smart smith snow sonny south sparks spear spencer spring squires star stark steel stern steward
    stewart stone storm street strong sue summer summers sunny swan swift tad tailor tanner taylor
    teal temple terry thorn tiger tony tower towns townsend trace travel tree trees trinity troy
    tucker turner tyler underwood vale valley vance victor victory violet virgin wade walker wall
    waller walls wander ward warden warner waters way weaver webb webster weeks wells west wheeler
    white whiting wild wilder will willow winter winters wise wolf wood woods woody workman worth
    wright yard york young""".split()
)
"""English ones, case-folded. A word that a journal uses in small letters is common there too."""
