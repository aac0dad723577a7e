"""Work done standing in front of a plaque, on a phone: fixing it, giving it its page, rounds."""
