"""Mail (RFC 5322, MIME) with attachments."""
