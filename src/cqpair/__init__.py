"""cqpair: who pairs with whom, and how the work went (渝科协发〔2021〕7号)."""

__version__ = "0.1.0"
