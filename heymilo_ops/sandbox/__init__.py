"""An embedded HeyMilo to try things on and to test with; imports nothing else of this package."""
