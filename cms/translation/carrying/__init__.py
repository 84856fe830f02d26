"""What becomes of translations when their source changes: which still fit, and which may fit.

Everything here compares texts in memory and knows no database. `matching` compares two texts of a source, once for
all locales; `planning` then says for one locale what is carried over as it is and what is proposed. A translation is
carried over only where nobody could doubt that it fits; whatever is less certain is proposed to a translator.
"""
