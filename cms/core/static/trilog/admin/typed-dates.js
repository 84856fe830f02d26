// Wagtail's date picker replaces what it cannot read by today's date when one leaves the field: somebody who
// types "24.12.2026" as an embargo would lift it. What was typed stays; the server reads it in the language
// of the admin, or says that it is no date.
jQuery.fn.datetimepicker.defaults.validateOnBlur = false;
