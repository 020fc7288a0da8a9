"""What a fault is: which net, where, what stands there, what somebody could make of it, and which test must fail."""

from dataclasses import dataclass

NETTEN = "tests/netten/"
ROUTE = NETTEN + "test_routes.py::test_each_route_answers_a_role_as_its_audience_says"


@dataclass(frozen=True)
class Fout:
    """One fault: the first `oud` in `bestand` becomes `nieuw`; then `test` must fail."""

    net: str
    bestand: str
    oud: str
    nieuw: str
    test: str
    is_schema: bool = False  # the fault changes the database itself, so it is built again

    def __str__(self):
        return self.net.replace(" ", "-")
