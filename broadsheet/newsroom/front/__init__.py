"""The front desk: what stands where on the front."""
