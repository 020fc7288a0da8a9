"""The zegel of each hour, made by the werker."""

from procrastinate.contrib.django import app

from agenda.spoor.verzegelen import verzegelen


@app.periodic(cron="7 * * * *")
@app.task(name="logboek_verzegelen", queue="onderhoud", lock="logboek", queueing_lock="logboek")
def seal_the_log(timestamp: int = 0) -> None:
    """Seven minutes past, when no other hourly work begins."""
    verzegelen()
