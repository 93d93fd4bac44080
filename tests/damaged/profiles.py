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
    "hex": '[file]\nencoding = "hex"\n[partner]\nid = "id"\nname = "naam"\n',
}
