"""Fields that hold texts in all languages, or several choices."""

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.test.utils import override_settings

from cms.core.fields import ChoiceListField, LocalizedTextField, text_in


def form_with(field: forms.Field, data: dict[str, str]) -> forms.Form:
    form = forms.Form(data)
    form.fields["name"] = field
    return form


def test_a_form_shows_one_input_per_content_language() -> None:
    html = form_with(LocalizedTextField(blank=True).formfield(), {}).as_p()
    for code in ("de", "en", "ru"):
        assert f'name="name_{code}"' in html
        assert f'lang="{code}"' in html


@override_settings(WAGTAIL_CONTENT_LANGUAGES=[("de", "Deutsch"), ("fr", "Français")])
def test_the_inputs_follow_the_settings() -> None:
    html = form_with(LocalizedTextField(blank=True).formfield(), {}).as_p()
    assert 'name="name_fr"' in html
    assert 'name="name_ru"' not in html


def test_languages_without_text_are_left_out() -> None:
    form = form_with(LocalizedTextField(blank=True).formfield(), {"name_de": " Bayern ", "name_en": ""})
    assert form.is_valid()
    assert form.cleaned_data["name"] == {"de": "Bayern"}


def test_a_required_text_needs_some_language() -> None:
    assert not form_with(LocalizedTextField().formfield(), {"name_de": ""}).is_valid()
    assert form_with(LocalizedTextField().formfield(), {"name_ru": "Бавария"}).is_valid()


def test_a_text_is_never_another_languages() -> None:
    assert text_in({"de": "Bayern"}, "de") == "Bayern"
    assert text_in({"de": "Bayern"}, "en") == ""
    assert text_in(None, "en") == ""


def test_only_texts_by_language_are_stored() -> None:
    with pytest.raises(ValidationError):
        LocalizedTextField().clean(["Bayern"], None)
    with pytest.raises(ValidationError):
        LocalizedTextField().clean({"de": 1}, None)


def test_a_list_of_choices_knows_its_choices() -> None:
    field = ChoiceListField(options=[("a", "A"), ("b", "B")], blank=True)
    assert field.clean(["b"], None) == ["b"]
    with pytest.raises(ValidationError, match="x"):
        field.clean(["x"], None)
    assert isinstance(field.formfield().widget, forms.CheckboxSelectMultiple)
