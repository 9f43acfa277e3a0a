"""The ways in: an address that is asked, a folder, a mailbox, an address that takes are sent to."""
