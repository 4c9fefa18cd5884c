"""How Sphinx makes a site of these pages: docs/build calls it. Requires Sphinx 8 and MyST 4 (Debian 13)."""

import glob
import os
import re

project = "Libstation"
copyright = "The Libstation authors"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
root_doc = "README"
myst_heading_anchors = 6
# Pages may begin a table of parts at a smaller heading.
suppress_warnings = ["myst.header"]

html_theme = "alabaster"
html_theme_options = {"page_width": "min(70em, 100%)", "sidebar_width": "18em", "show_powered_by": False, "fixed_sidebar": False}
html_sidebars = {"**": ["searchfield.html", "globaltoc.html"]}
html_copy_source = False
html_show_sourcelink = False
# The same pages give the same bytes.
html_last_updated_fmt = None

READERS = ["patron-services", "technician", "administrator", "developer"]


def contents(page):
    """The pages that follow this one in the contents; the Markdown itself stays free of Sphinx's directives."""
    if page == root_doc:
        return [f"{reader}/README" for reader in READERS]
    folder, name = os.path.split(page)
    if name != "README":
        return []
    here = os.path.dirname(os.path.abspath(__file__))
    pages = glob.glob("**/*.md", root_dir=os.path.join(here, folder), recursive=True)
    return sorted(f"{folder}/{each[:-3]}" for each in pages if each != "README.md")


def prepare(app, page, source):
    # What is not among the pages: its name alone.
    source[0] = re.sub(r"\[([^]]+)\]\((\.\./)+([A-Z_]+\.md[^)]*|config/[^)]*)\)", r"\1", source[0])
    source[0] = re.sub(r"\[([^]]+)\]\([^):]*/\)", r"\1", source[0])
    pages = contents(page)
    if pages:
        source[0] += "\n\n```{toctree}\n:hidden:\n\n" + "\n".join(f"/{each}" for each in pages) + "\n```\n"


def setup(app):
    app.connect("source-read", prepare)
