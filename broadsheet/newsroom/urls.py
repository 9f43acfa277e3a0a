"""Every address of the newsroom that is ours. It stands before Wagtail's own, so that its tree
and its lists are not reached beside our screens."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from broadsheet.newsroom import elsewhere, links
from broadsheet.newsroom.front.arrange import arrange
from broadsheet.newsroom.front.screen import front_desk
from broadsheet.newsroom.paper import sections
from broadsheet.newsroom.paper.masthead import masthead
from broadsheet.newsroom.paper.start import start
from broadsheet.newsroom.paste.desk import paste_desk
from broadsheet.newsroom.paste.receive import receive
from broadsheet.newsroom.replies.decide import decide
from broadsheet.newsroom.replies.screen import replies
from broadsheet.newsroom.rules import act as rule_acts
from broadsheet.newsroom.rules import screen as rules
from broadsheet.newsroom.second_thoughts.alarms import alarms
from broadsheet.newsroom.second_thoughts.decide import decide as answer_thought
from broadsheet.newsroom.second_thoughts.lift import lift
from broadsheet.newsroom.second_thoughts.one import second_thought
from broadsheet.newsroom.second_thoughts.screen import second_thoughts
from broadsheet.newsroom.staff import change
from broadsheet.newsroom.staff.screen import staff
from broadsheet.newsroom.stories import stories
from broadsheet.newsroom.story.correct import correct
from broadsheet.newsroom.story.publish import publish
from broadsheet.newsroom.story.remarks import remarks
from broadsheet.newsroom.story.schedule import schedule, unschedule
from broadsheet.newsroom.story.screen import story_desk
from broadsheet.newsroom.story.take_down import take_down
from broadsheet.newsroom.story.undo import restore, undo
from broadsheet.newsroom.story.write import write
from broadsheet.newsroom.today.screen import today
from broadsheet.newsroom.wire import grouping
from broadsheet.newsroom.wire.as_it_came import as_it_came
from broadsheet.newsroom.wire.decide import decide as wire_decide
from broadsheet.newsroom.wire.screen import wire_room
from broadsheet.newsroom.wire.sorting import follow_story, sort
from broadsheet.newsroom.wire.thread import thread
from broadsheet.newsroom.wires import decide as held_acts
from broadsheet.newsroom.wires import quarantine
from broadsheet.newsroom.wires import screen as wires
from broadsheet.newsroom.words import words_for_scripts

app_name = "newsroom"
urlpatterns: list[URLPattern] = [
    path("", today, name="today"),
    path("paste/", receive, name="paste"),
    path("paste/<int:copy_id>/", paste_desk, name="paste_desk"),
    path("stories/", stories, name="stories"),
    path("stories/write/", write, name="write"),
    path("stories/<int:story_id>/", story_desk, name="story"),
    path("stories/<int:story_id>/publish/", publish, name="publish"),
    path("stories/<int:story_id>/schedule/", schedule, name="schedule"),
    path("stories/<int:story_id>/unschedule/", unschedule, name="unschedule"),
    path("stories/<int:story_id>/correct/", correct, name="correct"),
    path("stories/<int:story_id>/remarks/", remarks, name="remarks"),
    path("stories/<int:story_id>/take-down/", take_down, name="take_down"),
    path("stories/<int:story_id>/undo/", undo, name="undo"),
    path("stories/<int:story_id>/restore/<int:number>/", restore, name="restore"),
    path("stories/<int:story_id>/holds/<int:hold_id>/lift/", lift, name="lift"),
    path("second-thoughts/", second_thoughts, name="second_thoughts"),
    path("second-thoughts/<int:thought_id>/", second_thought, name="second_thought"),
    path("second-thoughts/<int:thought_id>/answer/", answer_thought, name="second_thought_answer"),
    path("alarms/", alarms, name="alarms"),
    path("front/", front_desk, name="front"),
    path("front/arrange/", arrange, name="arrange"),
    path("replies/", replies, name="replies"),
    path("replies/decide/", decide, name="decide"),
    path("wire/", wire_room, name="wire"),
    path("wire/decide/", wire_decide, name="wire_decide"),
    path("wire/<int:thread_id>/", thread, name="thread"),
    path("wire/<int:thread_id>/section/", sort, name="wire_sort"),
    path("wire/<int:thread_id>/follow/", follow_story, name="wire_follow"),
    path("wire/<int:thread_id>/split/", grouping.split, name="wire_split"),
    path("wire/<int:thread_id>/join/", grouping.join, name="wire_join"),
    path("wire/decisions/<int:decision_id>/", grouping.take_back, name="wire_take_back"),
    path("wire/takes/<int:take_id>/as-it-came/", as_it_came, name="as_it_came"),
    path("wires/", wires.wires, name="wires"),
    path("wires/add/", wires.add, name="wire_add"),
    path("wires/<int:wire_id>/", wires.wire, name="wire_one"),
    path("wires/<int:wire_id>/token/", wires.token, name="wire_token"),
    path("wires/<int:wire_id>/act/", wires.act, name="wire_act"),
    path("quarantine/", quarantine.quarantine, name="quarantine"),
    path("quarantine/retry/", held_acts.retry_all, name="retry_all"),
    path("quarantine/<int:delivery_id>/", quarantine.held, name="held"),
    path("quarantine/<int:delivery_id>/whole/", quarantine.whole, name="held_whole"),
    path("quarantine/<int:delivery_id>/decide/", held_acts.decide, name="held_decide"),
    path("rules/", rules.rules, name="rules"),
    path("rules/add/", rules.add, name="rule_add"),
    path("rules/undo/", rule_acts.undo, name="rules_undo"),
    path("rules/<int:rule_id>/", rules.rule, name="rule"),
    path("rules/<int:rule_id>/act/", rule_acts.act, name="rule_act"),
    path("staff/", staff, name="staff"),
    path("staff/<int:user_id>/role/", change.role, name="staff_role"),
    path("staff/<int:user_id>/active/", change.active, name="staff_active"),
    path("staff/<int:user_id>/link/", change.link, name="staff_link"),
    path("paper/", masthead, name="masthead"),
    path("sections/", sections.sections, name="sections"),
    path("sections/<int:section_id>/", sections.section, name="section"),
    path("sections/<int:section_id>/move/", sections.move, name="section_move"),
    path("sections/<int:section_id>/close/", sections.close, name="section_close"),
    path("start/", start, name="start"),
    path("choose-page/", links.choose),
    path("choose-page/<int:under>/", links.choose),
    path("choose-page/search/", links.search),
    path("jsi18n/", words_for_scripts, name="words_for_scripts"),
    # What Wagtail shows at these addresses has a screen of ours, or none.
    *(re_path(pattern, view) for pattern, view in elsewhere.CLOSED),
]
