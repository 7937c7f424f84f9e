"""Dossiers to the files of a site."""
