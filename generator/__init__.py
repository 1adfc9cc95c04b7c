"""A catalogue of innovations kept in Git: validation, figures and a static public site."""
