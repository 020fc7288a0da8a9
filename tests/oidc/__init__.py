"""A certified provider of OpenID Connect with invented people, which the tests start on this machine."""
