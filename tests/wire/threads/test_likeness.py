"""Which two texts are one news, and which only look like it."""

from __future__ import annotations

import pytest

from broadsheet.wire.threads.likeness import Likeness, likeness, may_be_alike
from broadsheet.wire.threads.marks import marks_of, tokens_in, unpacked
from tests.wire.test_keeping import COPY, OTHER

LONG = [
    *COPY,
    "Engineer Callum Dray had the old hinge cut out with a saw that came by train from Halden.",
    "Every boat paid 12 crowns a day while it waited, and the board will now give that money back.",
    "A second gate is to be mended in 2027, the board's treasurer Nell Harrow told the town hall.",
]
HOUSE = [
    "After repairs to its inner gate that took 9 days, the Port Selby sea lock opened on Friday.",
    "“We waited two winters for this day and we would wait two more,” Ines Okafor told the agency.",
    "When the gate moved for the first time since the flood, 40 boats lay in the outer basin.",
    "Pumps, sensors and a spare gate lying in the yard have cost the board 3 million.",
    "With a saw brought by train from Halden, engineer Callum Dray had the old hinge removed.",
]
NEXT_DAY = [
    "Two trawlers collided in the fog off Port Selby on Saturday and one of them is lost.",
    "Her crew of five were picked up by the pilot boat, cold and unhurt, an hour after the crash.",
    "The coast guard closed the fairway until noon and asked all masters to keep a listening watch.",
    "Skipper Marta Quill said she had heard a horn and then nothing but the sound of her own hull.",
    "Salvage divers are to look for the wreck when the wind has gone down, perhaps on Tuesday.",
    *LONG[-3:],
]
ACCOUNT = [
    "Fishing crews blew their horns in Port Selby when a lock that had kept them in came free.",
    "A broken hinge had shut the passage for more than a week, and tempers with it.",
    "Harbour master Ines Okafor thanked the divers and asked for patience with the second gate.",
    "Some skippers want damages. The board's treasurer, Nell Harrow, would not name a sum.",
]
MARKET = [
    "Shares in Merrow rose {0} points on {1}, with the Merrow index at {2}, its best since spring.",
    "Turnover came to {3} million crowns. Banks led the gains, with {4} Trust up {5} percent.",
    "The crown stood at {6} to the dollar and ten-year bonds yielded {7} percent.",
]


def compared(one: list[str], other: list[str]) -> Likeness:
    """The likeness of two texts, the same whichever comes first."""
    found = likeness(marks_of(one), marks_of(other))
    assert found == likeness(marks_of(other), marks_of(one))
    return found


@pytest.mark.parametrize(
    ("edited", "reason"),
    [
        (LONG, "100 % of sentences"),
        (LONG[:4], "100 % of sentences"),
        (LONG[:2], "100 % of sentences"),
        (["New pumps are why Port Selby could open its lock so soon after the flood.", *LONG[1:]], "88 % of sentences"),
        ([*LONG[:6], LONG[6].replace("12 crowns", "21 crowns"), LONG[7]], "88 % of sentences"),
        (["\n".join(LONG[:3]), "\n".join(LONG[3:])], "100 % of sentences"),
        (HOUSE, "100 % of what is told"),
    ],
)  # fmt: skip
def test_what_a_newsroom_does_to_copy_leaves_one_text(edited: list[str], reason: str) -> None:
    assert compared(LONG, edited).reason == reason


def test_another_days_story_with_yesterdays_background_is_another_text() -> None:
    found = compared(LONG, NEXT_DAY)
    assert found.reason == ""
    assert found.is_linked


def test_two_accounts_of_one_event_are_linked_and_not_joined() -> None:
    found = compared(LONG, ACCOUNT)
    assert (found.reason, found.is_linked) == ("", True)


def test_a_form_filled_with_other_numbers_is_other_news() -> None:
    one = [line.format(12, "Monday", 834, 71, "Harrow", 2.4, 8.31, 3.6) for line in MARKET]
    two = [line.format(31, "Tuesday", 865, 64, "Bello", 1.9, 8.27, 3.5) for line in MARKET]
    found = compared(one, two)
    assert found.at_odds > 0.34
    assert (found.reason, found.is_linked) == ("", False)
    assert compared(one, one[:2]).reason == "100 % of sentences"


def test_lines_at_the_foot_of_everything_join_nothing() -> None:
    foot = [
        "This report was prepared by the night desk in Selby from the notes of its correspondents.",
        "Corrections and additions are printed on the second page of the next morning's paper.",
    ]
    assert compared([COPY[0], *foot], [OTHER[0], *foot]).reason == ""


def test_an_alert_is_one_with_the_story_that_begins_with_it() -> None:
    assert compared(
        ["Sea lock at Port Selby opens after nine days of repairs to inner gate."], LONG
    ).is_one_text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Merrow beat Halden 3-2, Okafor scores.", "Merrow beat Tarn 4-2, Bello scores."),
        ("Central bank of Lisk sets main rate at 4.5 percent", "Central bank of Lisk sets main rate at 4.25 percent"),
        ("Ferry runs aground.", "Ferry sinks."),
    ],
)  # fmt: skip
def test_alerts_of_one_form_are_different_news(one: str, other: str) -> None:
    assert not compared([one], [other]).is_one_text


SCRIPTS = {
    "Chinese": [
        "塞尔比港的海闸在经过九天的维修之后于星期五重新开放。",
        "港口主管表示，四十艘渔船在外港等待闸门第一次移动。",
        "委员会已经花费三百万购买水泵和传感器，备用闸门存放在院子里。",
        "镇上的乐队在细雨中演奏，渔民在码头上欢呼。",
    ],
    "Japanese": [
        "セルビー港の水門は九日間の修理を終えて金曜日に再び開いた。",
        "港の責任者によると四十隻の漁船が外港で待っていたという。",
        "委員会はポンプとセンサーに三百万を費やし、予備の門は庭に置かれている。",
        "漁師たちは岸壁で歓声を上げ、町の楽団が小雨の中で演奏した。",
    ],
    "Thai": [
        "ประตูน้ำของท่าเรือเซลบีเปิดอีกครั้งเมื่อวันศุกร์หลังจากซ่อมแซมเก้าวัน",
        "เรือประมงสี่สิบลำรออยู่ที่อ่าวด้านนอกเมื่อประตูเคลื่อนที่เป็นครั้งแรก",
        "คณะกรรมการใช้เงินสามล้านไปกับปั๊มและเซ็นเซอร์และประตูสำรองที่ลานเก็บของ",
        "ชาวประมงโห่ร้องด้วยความดีใจที่ท่าเรือขณะที่วงดนตรีของเมืองเล่นกลางสายฝน",
    ],
    "Arabic": [
        "أعيد فتح هويس ميناء سيلبي يوم الجمعة بعد تسعة أيام من إصلاح بوابته الداخلية.",
        "وقال مدير الميناء إن أربعين قاربا كانت تنتظر في الحوض الخارجي عندما تحركت البوابة.",
        "وأنفق المجلس ثلاثة ملايين على المضخات وأجهزة الاستشعار وبوابة احتياطية في الساحة.",
        "وهتف الصيادون على الرصيف بينما كانت فرقة البلدة تعزف تحت مطر خفيف.",
    ],
    "Urdu": [
        "سیلبی بندرگاہ کا سمندری دروازہ نو دن کی مرمت کے بعد جمعے کو دوبارہ کھول دیا گیا۔",
        "بندرگاہ کے سربراہ نے بتایا کہ چالیس کشتیاں بیرونی حوض میں انتظار کر رہی تھیں۔",
        "بورڈ نے پمپوں اور آلات پر تیس لاکھ خرچ کیے اور ایک فالتو دروازہ صحن میں رکھا ہے۔",
        "ماہی گیروں نے گھاٹ پر خوشی کے نعرے لگائے اور قصبے کا بینڈ بارش میں بجتا رہا۔",
    ],
    "Hindi": [
        "सेल्बी बंदरगाह का समुद्री द्वार नौ दिन की मरम्मत के बाद शुक्रवार को फिर खोल दिया गया।",
        "बंदरगाह प्रमुख ने बताया कि चालीस नावें बाहरी घाट पर इंतजार कर रही थीं।",
        "बोर्ड ने पंपों और उपकरणों पर तीस लाख खर्च किए और एक अतिरिक्त द्वार आंगन में रखा है।",
        "मछुआरों ने घाट पर खुशी मनाई और कस्बे का बैंड हल्की बारिश में बजता रहा।",
    ],
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_texts_of_every_script_are_cut_and_led_anew(script: str) -> None:
    copy = SCRIPTS[script]
    assert compared(copy, copy[:2]).is_one_text
    assert compared(copy, [copy[1], *copy[2:]]).is_one_text
    others = [name for name in SCRIPTS if name != script]
    assert not any(compared(copy, SCRIPTS[name]).is_one_text for name in others)


def test_marks_are_unpacked_as_they_were_packed() -> None:
    for copy in ([], [""], LONG, SCRIPTS["Thai"]):
        marks = marks_of(copy)
        assert unpacked(marks.packed()) == marks
        assert tokens_in(marks.packed()) == marks.tokens


def test_a_glance_lets_nothing_pass_that_is_one_text() -> None:
    for edited in (LONG[:2], HOUSE, ["New pumps are why Port Selby opened.", *LONG[1:]]):
        assert may_be_alike(marks_of(LONG).tokens, marks_of(edited).tokens)
    assert not may_be_alike(marks_of(LONG).tokens, marks_of(OTHER).tokens)


def test_an_empty_text_is_like_nothing() -> None:
    assert compared([], LONG) == Likeness()
    assert not compared([], []).is_one_text


def test_a_text_is_found_by_keys_of_its_edits() -> None:
    keys = set(marks_of(LONG).keys())
    for edited in (LONG[:2], HOUSE, ["New pumps are why.", *LONG[1:]], ACCOUNT):
        assert keys & set(marks_of(edited).keys())
