"""The disk: which data folder, its files into a Book, and writing whole or not at all."""
