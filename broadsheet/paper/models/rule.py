"""What becomes of takes without anybody's hand: which section they are for, and more if wanted."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from broadsheet.paper.models.section import Section


class Rule(models.Model):
    """One rule; the first that fits a take decides. Every condition that is set must hold."""

    class Act(models.TextChoices):
        """What is done with a take that fits."""

        SORT = "sort", _("put it under the section in the wire room")
        DRAFT = "draft", _("make a draft of it")
        PUBLISH = "publish", _("publish it at once")

    paper = models.ForeignKey("wagtailcore.Site", on_delete=models.CASCADE, related_name="rules")
    order = models.PositiveIntegerField(default=0)
    working = models.BooleanField(_("working"), default=True)
    wire = models.ForeignKey(
        "broadsheet_wire.Wire", on_delete=models.CASCADE, null=True, blank=True, related_name="+",
        verbose_name=_("wire"),
    )  # fmt: skip
    agency = models.ForeignKey(
        "broadsheet_wire.Agency", on_delete=models.CASCADE, null=True, blank=True,
        related_name="+", verbose_name=_("agency"),
    )  # fmt: skip
    subject = models.CharField(
        _("subject"), max_length=120, blank=True,
        help_text=_("A code (medtop:15000000, 04000000) or a word of a subject's name or keyword."),
    )  # fmt: skip
    language = models.CharField(_("language"), max_length=20, blank=True)
    urgency = models.PositiveSmallIntegerField(
        _("urgency, at most"), null=True, blank=True, help_text=_("1 is the most urgent.")
    )
    section = models.ForeignKey(
        Section, on_delete=models.CASCADE, related_name="rules", verbose_name=_("section")
    )
    act = models.CharField(_("do"), max_length=7, choices=Act.choices, default=Act.SORT)
    least_words = models.PositiveIntegerField(_("only from so many words"), default=0)
    no_fixes = models.BooleanField(
        _("only if the copy desk finds nothing to fix"), default=True,
        help_text=_("Counts for drafts and for publishing."),
    )  # fmt: skip
    most_an_hour = models.PositiveIntegerField(_("at most so many an hour"), default=10)

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return f"rule {self.pk}"


class Sorting(models.Model):
    """Which section a thread is for, and the rule that said so; empty when a person did."""

    thread = models.OneToOneField(
        "broadsheet_wire.Thread", on_delete=models.CASCADE, primary_key=True, related_name="sorting"
    )
    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="sortings")
    rule = models.ForeignKey(Rule, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["section", "-at"], name="threads_of_a_section")]

    def __str__(self) -> str:
        return f"{self.thread_id} in {self.section_id}"


class RuleDeed(models.Model):
    """A story that a rule made: shown beside the rule, and counted against its cap."""

    rule = models.ForeignKey(Rule, on_delete=models.CASCADE, related_name="deeds")
    take = models.ForeignKey("broadsheet_wire.Take", on_delete=models.CASCADE, related_name="+")
    story = models.ForeignKey(
        "broadsheet_paper.Story", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField()
    left_undone = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["rule", "take"], name="one_deed_a_take")]
        indexes = [models.Index(fields=["rule", "-at"], name="deeds_of_a_rule")]

    def __str__(self) -> str:
        return f"rule {self.rule_id} on {self.take_id}"
