"""Pictures in the sizes and formats that readers ask for.

`/images/<id>/<token>/<size>.<format>`: the token, which only documents tell, is signed; sizes and formats are those of
a list. So nobody can ask for a picture that no document showed them, nor fill the disk with sizes.
"""
