"""What languages call themselves."""

NAMES = {
    "ar": "العربية",
    "bn": "বাংলা",
    "cy": "Cymraeg",
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "ga": "Gaeilge",
    "gd": "Gàidhlig",
    "gu": "ગુજરાતી",
    "hi": "हिन्दी",
    "kw": "Kernewek",
    "nl": "Nederlands",
    "pa": "ਪੰਜਾਬੀ",
    "pl": "Polski",
    "pt": "Português",
    "ro": "Română",
    "sco": "Scots",
    "so": "Soomaali",
    "ur": "اردو",
}
"""By the first part of their code."""


def name(code: str) -> str:
    """A language by its code: what it calls itself, or the code where that is not known here."""
    return NAMES.get(code.partition("-")[0].lower(), code)
