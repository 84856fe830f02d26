"""What operators see of publishing in the admin."""
