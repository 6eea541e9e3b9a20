using System.Runtime.InteropServices;

namespace Workflow.Documents.Signatures.Tokens;

/// <summary>
/// The functions of a PKCS#11 library that signing needs, by their place in CK_FUNCTION_LIST (PKCS#11 2.40, 6.1.1): there they have stood since
/// version 2.0. The library stays loaded and initialized: others in this process may use it, and makers' libraries survive unloading badly. CK_ULONG is as wide as a pointer, but on Windows, where it has 32 bits and structures are packed: there it is not supported.
/// </summary>
internal sealed unsafe class Cryptoki
{
    public const nuint Ok = 0;
    public const nuint AlreadyInitialized = 0x191;
    public const nuint PinIncorrect = 0xA0;
    public const nuint PinInvalid = 0xA1;
    public const nuint PinLengthRange = 0xA2;
    public const nuint PinExpired = 0xA3;
    public const nuint PinLocked = 0xA4;
    public const nuint AlreadyLoggedIn = 0x100;

    private readonly nint library;
    private readonly nint* functions;

    /// <summary>Loads the library. Throws <see cref="SignatureException"/> when it is not there or no such library.</summary>
    public Cryptoki(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new SignatureException("token.platform", "Máy chạy Windows ký bằng phần mềm ký của nhà cung cấp: đồng chí tải tệp về, ký rồi nộp lại.");
        }

        if (!NativeLibrary.TryLoad(path, out library) || !NativeLibrary.TryGetExport(library, "C_GetFunctionList", out var entry))
        {
            throw new SignatureException("token.no-module", $"Không mở được thư viện của thiết bị ký số “{Path.GetFileName(path)}”. Đồng chí cài phần mềm của nhà cung cấp và kiểm tra đường dẫn.");
        }

        nint list;
        var answer = ((delegate* unmanaged[Cdecl]<nint*, nuint>)entry)(&list);
        if (answer != Ok)
        {
            throw new SignatureException("token.no-module", $"Thư viện của thiết bị ký số không trả lời (mã {answer:X}).");
        }

        // Two bytes of version, padded to a pointer; then the functions.
        functions = (nint*)list + 1;
    }

    public nuint Initialize() => ((delegate* unmanaged[Cdecl]<nint, nuint>)functions[0])(0);

    public nuint Slots(nuint* slots, nuint* count) => ((delegate* unmanaged[Cdecl]<byte, nuint*, nuint*, nuint>)functions[4])(1, slots, count);

    public nuint TokenInfo(nuint slot, byte* info) => ((delegate* unmanaged[Cdecl]<nuint, byte*, nuint>)functions[6])(slot, info);

    // CKF_SERIAL_SESSION alone: the token is only read.
    public nuint OpenSession(nuint slot, nuint* session) => ((delegate* unmanaged[Cdecl]<nuint, nuint, nint, nint, nuint*, nuint>)functions[12])(slot, 4, 0, 0, session);

    public nuint CloseSession(nuint session) => ((delegate* unmanaged[Cdecl]<nuint, nuint>)functions[13])(session);

    // CKU_USER.
    public nuint Login(nuint session, byte* pin, nuint length) => ((delegate* unmanaged[Cdecl]<nuint, nuint, byte*, nuint, nuint>)functions[18])(session, 1, pin, length);

    public nuint Logout(nuint session) => ((delegate* unmanaged[Cdecl]<nuint, nuint>)functions[19])(session);

    public nuint Attributes(nuint session, nuint handle, TokenAttribute* attributes, nuint count) => ((delegate* unmanaged[Cdecl]<nuint, nuint, TokenAttribute*, nuint, nuint>)functions[24])(session, handle, attributes, count);

    public nuint FindInit(nuint session, TokenAttribute* attributes, nuint count) => ((delegate* unmanaged[Cdecl]<nuint, TokenAttribute*, nuint, nuint>)functions[26])(session, attributes, count);

    public nuint Find(nuint session, nuint* handles, nuint most, nuint* count) => ((delegate* unmanaged[Cdecl]<nuint, nuint*, nuint, nuint*, nuint>)functions[27])(session, handles, most, count);

    public nuint FindFinal(nuint session) => ((delegate* unmanaged[Cdecl]<nuint, nuint>)functions[28])(session);

    public nuint SignInit(nuint session, TokenMechanism* mechanism, nuint key) => ((delegate* unmanaged[Cdecl]<nuint, TokenMechanism*, nuint, nuint>)functions[42])(session, mechanism, key);

    public nuint Sign(nuint session, byte* data, nuint length, byte* signature, nuint* signatureLength) => ((delegate* unmanaged[Cdecl]<nuint, byte*, nuint, byte*, nuint*, nuint>)functions[43])(session, data, length, signature, signatureLength);
}

/// <summary>CK_ATTRIBUTE.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct TokenAttribute
{
    public nuint Kind;
    public void* Value;
    public nuint Length;
}

/// <summary>CK_MECHANISM.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct TokenMechanism
{
    public nuint Kind;
    public void* Parameter;
    public nuint Length;
}
