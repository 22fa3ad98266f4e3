"""One service asking one edition between two dates, and the codes that let people start."""
