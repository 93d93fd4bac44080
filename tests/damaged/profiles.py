"""The profiles that some variants are read with."""

PROFILES = {
    "mac": '[file]\nencoding = "mac-roman"\n[partner]\nid = "id"\nname = "naam"\n',
    "klingon": '[file]\nencoding = "klingon"\n[partner]\nid = "id"\nname = "naam"\n',
    "tilde": '[file]\ndelimiter = "~"\n[partner]\nid = "id"\nname = "naam"\n',
    "tabblad": '[file]\nsheet = "Relaties"\n[partner]\nid = "id"\nname = "naam"\n',
    "patroon": '[partner]\nid = "id"\nname = { column = "naam", extract = "(" }\n',
    "scheiding": '[file]\ndelimiter = ";;"\n[partner]\nid = "id"\nname = "naam"\n',
    "kapot": '[partner]\nid = "id\n',
    "klimt": '[file]\nsheet = "../../etc/passwd"\n[partner]\nid = "id"\nname = "naam"\n',
    "tabel": '[klant]\nid = "id"\n',
    "niets": "",
    "merkteken": '\ufeff[partner]\nid = "id"\nname = "naam"\n',
    "breed": '[file]\nencoding = "utf-16"\n[partner]\nid = "id"\nname = "naam"\n',
    "idna": '[file]\nencoding = "idna"\n[partner]\nid = "id"\nname = "naam"\n',
    "ongelezen": '[file]\nencoding = "undefined"\n[partner]\nid = "id"\nname = "naam"\n',
    "peildag": '[settings]\nas_of = "binnenkort"\n[partner]\nid = "id"\nname = "naam"\n',
    "burgers": '[partner]\nid = "BSN nr."\nname = "naam"\n',
    "hex": '[file]\nencoding = "hex"\n[partner]\nid = "id"\nname = "naam"\n',
}
