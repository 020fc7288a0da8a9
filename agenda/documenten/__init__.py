"""Documents of the ministry as files that last and that everybody can read: letters and beschikkingen."""
