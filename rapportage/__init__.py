"""What the portal tells: home pages, dashboards, the Kamerbrief, toezeggingen and the loader."""
