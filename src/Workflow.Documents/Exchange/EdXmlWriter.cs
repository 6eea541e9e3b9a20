using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Workflow.Documents.Signatures;
using Workflow.Domain;
using static Workflow.Documents.Exchange.EdXml;

namespace Workflow.Documents.Exchange;

/// <summary>Writes packages and status messages. The same content and the same certificate give the same bytes.</summary>
public static class EdXmlWriter
{
    /// <summary>A package. Throws <see cref="SignatureException"/> when it cannot be signed with this certificate.</summary>
    /// <param name="signer">The agency's certificate with its key; null: unsigned.</param>
    public static byte[] Write(Edoc edoc, X509Certificate2? signer)
    {
        var files = edoc.Files.Select((file, index) => (File: file, Id: string.Create(CultureInfo.InvariantCulture, $"tep-{index + 1}"))).ToList();
        var root = new XElement(
            Ns + "edXML",
            new XElement(
                Ns + "edXMLEnvelope",
                new XElement(Ns + "edXMLHeader", Header(edoc), Traces(edoc), new XElement(Ns + "DigitalSignature")),
                new XElement(Ns + "edXMLBody", new XElement(Ns + "edXMLManifest", new XAttribute("version", "1.0"), files.Select(one => new XElement(
                    Ns + "Reference",
                    new XAttribute(XNamespace.Xmlns + "xlink", Link), new XAttribute(Link + "href", "cid:" + one.Id), new XAttribute(Link + "type", "simple"),
                    Word("Description", one.File.Description), Word("AttachmentName", one.File.Name), Word("ContentType", one.File.ContentType), Word("ContentId", "cid:" + one.Id)))))),
            files.Count == 0 ? null : new XElement("AttachmentEncoded", files.Select(one => new XElement(
                "Attachment",
                new XElement("ContentType", one.File.ContentType), new XElement("ContentId", one.Id), new XElement("Description", one.File.Description),
                new XElement("ContentTransferEncoded", Convert.ToBase64String(one.File.Content)), new XElement("AttachmentName", one.File.Name)))));
        return Bytes(root, signer);
    }

    /// <summary>A status message. Throws as for a package.</summary>
    public static byte[] Write(EdocStatus status, X509Certificate2? signer) => Bytes(
        new XElement(
            Ns + "Status",
            Answered(status.ResponseFor), Party("From", status.From), Word("StatusCode", status.Code), Word("Description", status.Description), Word("Timestamp", Moment(status.At)), Staff(status.Staff), new XElement(Ns + "DigitalSignature")),
        signer);

    private static XElement Header(Edoc edoc) => new(
        Ns + "MessageHeader",
        Party("From", edoc.From),
        edoc.To.Select(one => Party("To", one)),
        new XElement(Ns + "Code", Word("CodeNumber", edoc.CodeNumber), Word("CodeNotation", edoc.CodeNotation)),
        new XElement(Ns + "PromulgationInfo", Word("Place", edoc.Place), Word("PromulgationDate", Day(edoc.Date))),
        new XElement(Ns + "DocumentType", Word("Type", edoc.TypeCode), Word("TypeName", edoc.TypeName), Word("TypeDetail", edoc.TypeDetail)),
        Word("Subject", edoc.Subject),
        Word("Content", edoc.Content),
        new XElement(Ns + "SignerInfo", Word("Competence", edoc.Signer.Competence), Word("Position", edoc.Signer.Position), Word("FullName", edoc.Signer.FullName)),
        Word("DueDate", edoc.DueDate is { } due ? Day(due) : ""),
        new XElement(Ns + "ToPlaces", edoc.ToPlaces.Select(one => Word("Place", one))),
        new XElement(
            Ns + "OtherInfo",
            Word("Priority", Number(edoc.Priority)), Word("SphereOfPromulgation", edoc.Sphere), Word("TyperNotation", edoc.TyperNotation), Word("PromulgationAmount", Number(edoc.Copies)), Word("PageAmount", Number(edoc.Pages)),
            new XElement(Ns + "Appendixes", edoc.Appendixes.Select(one => Word("Appendix", one)))),
        edoc.ResponseFor.Select(Answered),
        Word("SteeringType", edoc.SteeringType),
        Word("DocumentId", edoc.DocumentId));

    private static XElement Traces(Edoc edoc) => new(
        Ns + "TraceHeaderList",
        new XAttribute("id", "TraceHeaderList"), new XAttribute("version", "1.0"), new XAttribute("mustUnderstand", "1"), new XAttribute("actor", "http://schemas.xmlsoap.org/soap/actor/next"),
        edoc.Trace.Select(one => new XElement(Ns + "TraceHeader", Word("OrganId", one.OrganId), Word("Timestamp", Moment(one.At)))),
        new XElement(
            Ns + "Bussiness",
            Word("BussinessDocType", Number((int)edoc.Business)),
            Word("BussinessDocReason", edoc.BusinessReason),
            edoc.Business == BusinessType.New ? null : new XElement(
                Ns + "BussinessDocumentInfo", Word("DocumentInfo", "1"), Word("DocumentReceiver", "1"),
                new XElement(Ns + "ReceiverList", edoc.To.Select(one => new XElement(Ns + "Receiver", Word("ReceiverType", "1"), Word("OrganId", one.OrganId))))),
            Word("DocumentId", edoc.DocumentId),
            Staff(edoc.Staff),
            Word("Paper", edoc.Paper ? "1" : "0"),
            edoc.Replaces.Count == 0 ? null : new XElement(Ns + "ReplacementInfoList", edoc.Replaces.Select(one => new XElement(Ns + "ReplacementInfo", Word("DocumentId", one))))));

    private static XElement Party(string name, ExchangeParty party) => new(
        Ns + name,
        Word("OrganId", party.OrganId), Word("OrganizationInCharge", party.InCharge), Word("OrganName", party.OrganName), Word("OrganAdd", party.Address), Word("Email", party.Email), Word("Telephone", party.Telephone), Word("Fax", party.Fax), Word("Website", party.Website));

    private static XElement Answered(EdocAnswered one) => new(
        Ns + "ResponseFor", Word("OrganId", one.OrganId), Word("Code", one.Code), Word("PromulgationDate", Day(one.Date)), Word("DocumentId", one.DocumentId));

    private static XElement Staff(EdocStaff staff) => new(
        Ns + "StaffInfo", Word("Department", staff.Department), Word("Staff", staff.Staff), Word("Mobile", staff.Mobile), Word("Email", staff.Email));

    private static XElement Word(string name, string words) => new(Ns + name, words.Length == 0 ? null : words);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset at) => VietnamTime.Local(at).ToString(MomentFormat, CultureInfo.InvariantCulture);

    private static byte[] Bytes(XElement root, X509Certificate2? signer)
    {
        root.Add(new XAttribute(XNamespace.Xmlns + Prefix, Namespace));
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        using (var reader = root.CreateReader())
        {
            document.Load(reader);
        }

        if (signer is not null)
        {
            EdXmlSignature.Add(document, (XmlElement)document.GetElementsByTagName("DigitalSignature", Namespace)[0]!, signer);
        }

        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None }))
        {
            writer.WriteStartDocument();
            document.DocumentElement!.WriteTo(writer);
        }

        return bytes.ToArray();
    }
}
