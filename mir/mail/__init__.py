"""Letters by e-mail: kept until they are sent, and tried again when the mail server is down."""
