"""Page numbers and their addresses, for the component paginering."""


def page_numbers(paginator, number):
    """1 … 4 5 [6] 7 8 … 20: the pages near `number` and both ends."""
    return paginator.get_elided_page_range(number, on_each_side=2, on_ends=1)


def page_url(context, number, parameter):
    """This address with another page; filters and order stay as they are."""
    query = context.request.GET.copy()
    query[parameter] = number
    return f"?{query.urlencode()}"
