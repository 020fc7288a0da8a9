#!/usr/bin/env python
"""Command line of the portal."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agenda.settings")
    from django.core.management import execute_from_command_line

    from agenda.herkomst import acting, command_in

    with acting(command_in(sys.argv)):
        execute_from_command_line(sys.argv)
