"""A web page that holds an article."""
