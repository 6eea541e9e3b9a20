using System.Xml;
using static Workflow.Documents.Exchange.EdXml;

namespace Workflow.Documents.Exchange;

/// <summary>What a file is: a package, a status message, or neither and why.</summary>
/// <param name="Signature">Null: it bears none.</param>
public sealed record EdXmlFile(Edoc? Package, EdocStatus? Status, PackageSignature? Signature, EdXmlProblem? Problem);

/// <summary>Reads packages and status messages, whoever made them. Whatever is wrong is said with its line; nothing is guessed, fetched or run.</summary>
public static class EdXmlReader
{
    private const int MostParties = 500;
    private const int MostTraces = 100;

    /// <summary>Reads a file; never throws for what a file may hold.</summary>
    public static EdXmlFile Read(byte[] file, CancellationToken ct = default)
    {
        try
        {
            if (file.Length is 0 or > Largest)
            {
                throw new EdXmlException("edxml.size", 0, file.Length == 0 ? "Tệp rỗng." : $"Gói lớn {file.Length / 1_000_000} MB; tối đa {Largest / 1_000_000} MB, trong đó các tệp kèm tối đa {LargestFiles / 1_000_000} MB.");
            }

            var document = LineDocument.Of(file);
            ct.ThrowIfCancellationRequested();
            var root = new EdXmlPart(document.DocumentElement!);
            return (root.Name, root.Element.NamespaceURI) switch
            {
                ("edXML", Namespace) => OfPackage(document, root, ct),
                ("Status", Namespace) => new(null, Status(root), EdXmlSignature.Check(document, Places(root)), null),
                _ => throw new EdXmlException("edxml.other", root.Line, $"Tệp XML này không phải gói edXML (phần gốc là “{LineDocument.Short(root.Name)}”)."),
            };
        }
        catch (EdXmlException refused)
        {
            return new(null, null, null, refused.Problem);
        }
    }

    private static EdXmlFile OfPackage(LineDocument document, EdXmlPart root, CancellationToken ct)
    {
        var envelope = root.Must("edXMLEnvelope");
        var header = envelope.Must("edXMLHeader");
        var signature = EdXmlSignature.Check(document, Places(header));
        ct.ThrowIfCancellationRequested();
        return new(Package(root, header.Must("MessageHeader"), header.Must("TraceHeaderList"), envelope.Must("edXMLBody").Must("edXMLManifest")), null, signature, null);
    }

    private static IEnumerable<XmlElement?> Places(EdXmlPart head) => [head.Element, head.One("DigitalSignature")?.Element, head.One("Signature")?.Element];

    private static Edoc Package(EdXmlPart root, EdXmlPart head, EdXmlPart traces, EdXmlPart manifest)
    {
        var business = traces.Must("Bussiness");
        var type = (BusinessType)business.Number("BussinessDocType", (int)BusinessType.Replace);
        var (code, promulgated, kind, signer, other) = (head.Must("Code"), head.Must("PromulgationInfo"), head.One("DocumentType"), head.One("SignerInfo"), head.One("OtherInfo"));
        var edoc = new Edoc
        {
            From = Party(head.Must("From")),
            To = [.. head.All("To", MostParties).Select(Party)],
            CodeNumber = code.MustWords("CodeNumber", 20),
            CodeNotation = code.MustWords("CodeNotation", 60),
            Place = promulgated.Words("Place"),
            Date = promulgated.MustDay("PromulgationDate"),
            TypeCode = kind?.Words("Type", 20) ?? "",
            TypeName = kind?.Words("TypeName") ?? "",
            TypeDetail = kind?.Words("TypeDetail") ?? "",
            Subject = head.MustWords("Subject", LongestSubject),
            Content = head.Words("Content", 10_000),
            Signer = new(signer?.Words("Competence") ?? "", signer?.Words("Position") ?? "", signer?.Words("FullName") ?? ""),
            DueDate = head.Day("DueDate"),
            ToPlaces = [.. head.One("ToPlaces")?.All("Place", MostParties).Select(one => one.Own(LongestWords)) ?? []],
            Priority = other?.Number("Priority", 9) ?? 0,
            Sphere = other?.Words("SphereOfPromulgation") ?? "",
            TyperNotation = other?.Words("TyperNotation") ?? "",
            Copies = other?.Number("PromulgationAmount", 100_000) ?? 0,
            Pages = other?.Number("PageAmount", 100_000) ?? 0,
            Appendixes = [.. other?.One("Appendixes")?.All("Appendix", MostFiles).Select(one => one.Own(LongestWords)).Where(one => one.Length > 0) ?? []],
            ResponseFor = [.. head.All("ResponseFor", MostTraces).Select(Answered)],
            SteeringType = head.Words("SteeringType", 20),
            DocumentId = head.MustWords("DocumentId", LongestId),
            Trace = [.. traces.All("TraceHeader", MostTraces).Select(one => new EdocTrace(one.OrganId("OrganId"), one.Moment("Timestamp")))],
            Business = type,
            BusinessReason = business.Words("BussinessDocReason", LongestSubject),
            Staff = Staff(business.One("StaffInfo")),
            Paper = business.Number("Paper", 1) == 1,
            Replaces = [.. business.One("ReplacementInfoList")?.All("ReplacementInfo", MostFiles).Select(one => one.MustWords("DocumentId", LongestId)) ?? []],
            Files = EdXmlFiles.Read(manifest, root.One("AttachmentEncoded")),
        };
        Judge(edoc, head, business, manifest);
        return edoc;
    }

    // What contradicts itself would be read one way here and another way elsewhere.
    private static void Judge(Edoc edoc, EdXmlPart head, EdXmlPart business, EdXmlPart manifest)
    {
        if (edoc.To.Count == 0)
        {
            throw new EdXmlException("edxml.no-receiver", head.Line, "Gói không ghi nơi nhận (To).");
        }

        var id = head.Must("DocumentId");
        var wanted = Edoc.IdOf(edoc.From.OrganId, edoc.Date, edoc.CodeNumber, edoc.CodeNotation);
        if (edoc.DocumentId != wanted)
        {
            throw new EdXmlException("edxml.document-id", id.Line, $"Mã văn bản “{LineDocument.Short(edoc.DocumentId)}” không khớp nơi gửi, ngày, số và ký hiệu trong gói (“{LineDocument.Short(wanted)}”).");
        }

        if (business.Words("DocumentId", LongestId) is { Length: > 0 } again && again != edoc.DocumentId)
        {
            throw new EdXmlException("edxml.document-id", business.Line, "Mã văn bản ở phần nghiệp vụ khác mã văn bản của gói.");
        }

        if (edoc.Business != BusinessType.Recall && edoc.Files.Count == 0)
        {
            throw new EdXmlException("edxml.no-file", manifest.Line, "Gói không kèm tệp văn bản nào.");
        }

        if (edoc.Business == BusinessType.Replace && edoc.Replaces.Count == 0)
        {
            throw new EdXmlException("edxml.replaces", business.Line, "Gói thay thế không nêu văn bản nào được thay (ReplacementInfoList).");
        }

        if (edoc.Business is BusinessType.Recall && edoc.BusinessReason.Length == 0)
        {
            throw new EdXmlException("edxml.reason", business.Line, "Gói thu hồi không nêu lý do (BussinessDocReason).");
        }
    }

    private static EdocStatus Status(EdXmlPart root)
    {
        var code = root.Must("StatusCode");
        var status = new EdocStatus(Answered(root.Must("ResponseFor")), Party(root.Must("From")), code.Own(4), root.Words("Description", LongestSubject), root.Moment("Timestamp"), Staff(root.One("StaffInfo")));
        return !EdocStatus.Codes.ContainsKey(status.Code) ? throw new EdXmlException("edxml.status-code", code.Line, $"Mã trạng thái “{status.Code}” không có trong danh sách (01 đến 06, 13, 15, 16).")
            : status is { Code: "02" or "16", Description.Length: 0 } ? throw new EdXmlException("edxml.reason", code.Line, "Từ chối mà không nêu lý do (Description).") : status;
    }

    private static ExchangeParty Party(EdXmlPart part) => new(part.OrganId("OrganId"), part.Words("OrganName"))
    {
        InCharge = part.Words("OrganizationInCharge"),
        Address = part.Words("OrganAdd"),
        Email = part.Words("Email"),
        Telephone = part.Words("Telephone"),
        Fax = part.Words("Fax"),
        Website = part.Words("Website"),
    };

    private static EdocAnswered Answered(EdXmlPart part) => new(part.OrganId("OrganId"), part.Words("Code", 100), part.MustDay("PromulgationDate"), part.MustWords("DocumentId", LongestId));

    private static EdocStaff Staff(EdXmlPart? part) => part is null ? new("", "", "", "") : new(part.Words("Department"), part.Words("Staff"), part.Words("Mobile"), part.Words("Email"));
}
