using System.Text;

namespace Workflow.Documents.Signatures.Tokens;

/// <summary>A logged-in session with one token.</summary>
internal sealed unsafe class TokenSession : IDisposable
{
    /// <summary>CKM_RSA_PKCS.</summary>
    public const nuint RsaPkcs = 1;

    /// <summary>CKM_ECDSA.</summary>
    public const nuint Ecdsa = 0x1041;

    // CKA_CLASS with CKO_CERTIFICATE and CKO_PRIVATE_KEY, CKA_VALUE, CKA_ID.
    private const nuint Class = 0;
    private const nuint CertificateClass = 1;
    private const nuint PrivateKeyClass = 3;
    private const nuint Value = 0x11;
    private const nuint Id = 0x102;

    // CK_TOKEN_INFO: label at the front; flags after four texts of 32, 32, 16 and 16 bytes.
    private const int InfoLength = 512;
    private const int LabelLength = 32;
    private const int FlagsAt = 96;
    private const nuint FinalTry = 0x20000;
    private const nuint CountLow = 0x10000;
    private const nuint Locked = 0x40000;
    private const int MostSlots = 64;
    private const int MostObjects = 100;
    private const int LongestAttribute = 100_000;

    // A token knows one login for the whole process: with two sessions at once the second would be let in by the PIN of the first.
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly Cryptoki module;
    private readonly nuint session;
    private bool closed;

    private TokenSession(Cryptoki module, nuint session, string label) => (this.module, this.session, Label) = (module, session, label);

    /// <summary>What the token calls itself.</summary>
    public string Label { get; }

    public static TokenSession Open(string path, string label, ReadOnlySpan<byte> pin)
    {
        if (!OneAtATime.Wait(LongestWait))
        {
            throw new SignatureException("token.busy", "Thiết bị ký số đang được dùng để ký văn bản khác. Đồng chí chờ một lát rồi ký lại.");
        }

        try
        {
            return LogIn(path, label, pin);
        }
        catch
        {
            OneAtATime.Release();
            throw;
        }
    }

    /// <summary>What a person is told of a refused login.</summary>
    /// <param name="answer">CKR_… of C_Login.</param>
    /// <param name="flags">Of the token, after it.</param>
    public static SignatureException Refused(nuint answer, string name, nuint flags) => answer switch
    {
        Cryptoki.PinLocked => PinIsLocked(name),
        Cryptoki.PinIncorrect or Cryptoki.PinInvalid or Cryptoki.PinLengthRange when (flags & Locked) != 0 => PinIsLocked(name),
        Cryptoki.PinIncorrect or Cryptoki.PinInvalid or Cryptoki.PinLengthRange => new("token.wrong-pin",
            $"Mã PIN của thiết bị ký số “{name}” không đúng, chưa ký gì.{((flags & FinalTry) != 0 ? " Chỉ còn một lần nhập; sai nữa thiết bị sẽ khóa." : (flags & CountLow) != 0 ? " Đã nhập sai mã PIN, sai nhiều lần thiết bị sẽ khóa." : "")} Đồng chí nhập lại mã PIN."),
        Cryptoki.PinExpired => new("token.pin-expired", $"Mã PIN của thiết bị ký số “{name}” đã hết hạn. Đồng chí đổi mã PIN bằng phần mềm của nhà cung cấp rồi ký lại."),
        _ => Failed(answer, "đăng nhập thiết bị ký số"),
    };

    private static TokenSession LogIn(string path, string label, ReadOnlySpan<byte> pin)
    {
        var module = new Cryptoki(path);
        if (module.Initialize() is not (Cryptoki.Ok or Cryptoki.AlreadyInitialized) and var failed)
        {
            throw new SignatureException("token.no-module", $"Thư viện của thiết bị ký số không khởi động được (mã {failed:X}).");
        }

        var (slot, name, flags) = Find(module, label);
        if ((flags & Locked) != 0)
        {
            throw PinIsLocked(name);
        }

        nuint session;
        Check(module.OpenSession(slot, &session), "mở thiết bị ký số");
        nuint answer;
        fixed (byte* bytes = pin)
        {
            answer = module.Login(session, bytes, (nuint)pin.Length);
            if (answer == Cryptoki.AlreadyLoggedIn)
            {
                // Somebody's login was left behind: it must not count as this PIN.
                module.Logout(session);
                answer = module.Login(session, bytes, (nuint)pin.Length);
            }
        }

        if (answer == Cryptoki.Ok)
        {
            return new(module, session, name);
        }

        module.CloseSession(session);
        throw Refused(answer, name, Find(module, label).Flags);
    }

    /// <summary>Certificates on the token: DER and CKA_ID.</summary>
    public List<(byte[] Certificate, byte[] Id)> Certificates() => Objects(CertificateClass, null).ConvertAll(handle => (Read(handle, Value), Read(handle, Id)));

    /// <summary>The private key that belongs to a certificate's id; null when there is none.</summary>
    public nuint? FindKey(byte[] id) => Objects(PrivateKeyClass, id) is [var handle, ..] ? handle : null;

    public byte[] Sign(nuint mechanism, nuint key, byte[] data)
    {
        var chosen = new TokenMechanism { Kind = mechanism };
        Check(module.SignInit(session, &chosen, key), "ký");
        var signature = new byte[2048];
        var length = (nuint)signature.Length;
        fixed (byte* from = data, to = signature)
        {
            Check(module.Sign(session, from, (nuint)data.Length, to, &length), "ký");
        }

        return signature[..(int)length];
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref closed, true))
        {
            return;
        }

        module.Logout(session);
        module.CloseSession(session);
        OneAtATime.Release();
    }

    private static (nuint Slot, string Label, nuint Flags) Find(Cryptoki module, string label)
    {
        var slots = stackalloc nuint[MostSlots];
        nuint count = MostSlots;
        Check(module.Slots(slots, &count), "tìm thiết bị ký số");
        var info = stackalloc byte[InfoLength];
        for (nuint index = 0; index < count; index++)
        {
            new Span<byte>(info, InfoLength).Clear();
            if (module.TokenInfo(slots[index], info) != Cryptoki.Ok)
            {
                continue;
            }

            var name = Encoding.UTF8.GetString(info, LabelLength).TrimEnd(' ', '\0');
            var flags = *(nuint*)(info + FlagsAt);
            // CKF_TOKEN_INITIALIZED: SoftHSM always offers one slot more, whose token is not made yet.
            if ((flags & 0x400) != 0 && (label.Length == 0 || name == label))
            {
                return (slots[index], name, flags);
            }
        }

        throw new SignatureException("token.missing", label.Length == 0
            ? "Không thấy thiết bị ký số nào. Đồng chí cắm thiết bị vào máy, chờ đèn sáng rồi thử lại."
            : $"Không thấy thiết bị ký số “{label}”. Đồng chí cắm đúng thiết bị vào máy rồi thử lại.");
    }

    private List<nuint> Objects(nuint kind, byte[]? id)
    {
        fixed (byte* wanted = id)
        {
            var attributes = stackalloc TokenAttribute[2];
            attributes[0] = new() { Kind = Class, Value = &kind, Length = (nuint)sizeof(nuint) };
            attributes[1] = new() { Kind = Id, Value = wanted, Length = (nuint)(id?.Length ?? 0) };
            Check(module.FindInit(session, attributes, id is null ? 1u : 2u), "đọc thiết bị ký số");
        }

        var handles = stackalloc nuint[MostObjects];
        nuint count;
        var answer = module.Find(session, handles, MostObjects, &count);
        module.FindFinal(session);
        Check(answer, "đọc thiết bị ký số");
        var found = new List<nuint>();
        for (nuint index = 0; index < count; index++)
        {
            found.Add(handles[index]);
        }

        return found;
    }

    private byte[] Read(nuint handle, nuint kind)
    {
        var attribute = new TokenAttribute { Kind = kind };
        Check(module.Attributes(session, handle, &attribute, 1), "đọc chứng thư số");
        if (attribute.Length > LongestAttribute)
        {
            throw Failed(0, "đọc chứng thư số");
        }

        var content = new byte[(int)attribute.Length];
        fixed (byte* to = content)
        {
            attribute.Value = to;
            Check(module.Attributes(session, handle, &attribute, 1), "đọc chứng thư số");
        }

        return content;
    }

    private static SignatureException PinIsLocked(string name) => new("token.pin-locked", $"Thiết bị ký số “{name}” đã bị khóa vì nhập sai mã PIN nhiều lần, chưa ký gì. Đồng chí liên hệ đơn vị cấp thiết bị để mở khóa.");

    private static void Check(nuint answer, string what)
    {
        if (answer != Cryptoki.Ok)
        {
            throw Failed(answer, what);
        }
    }

    private static SignatureException Failed(nuint answer, string what) => new("token.failed", $"Không {what} được (mã lỗi PKCS#11 {answer:X}). Đồng chí rút thiết bị, cắm lại rồi thử lại.");
}
