using System.Runtime.Versioning;

// The host relies on Unix file rights and on PostgreSQL's programs as Debian lays them out.
[assembly: SupportedOSPlatform("linux")]
