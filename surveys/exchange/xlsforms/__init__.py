"""Surveys as XLSForm workbooks, and other people’s forms as surveys."""
