"""Where the site's own files lie: templates, static files and translations."""

from pathlib import Path

HERE = Path(__file__).parent
TEMPLATES = next(place for place in (HERE / "templates", HERE.parent / "templates") if place.is_dir())
STATIC = HERE / "static"
TRANSLATIONS = HERE / "translations"
