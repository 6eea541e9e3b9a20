using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Workflow.Host.EmbeddedPostgres;
using Xunit;

namespace Workflow.Integration.Tests;

public sealed class PrivateClusterTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("workflow-cluster-").FullName;

    private string Data => Path.Combine(folder, "cluster");

    private string PidFile => Path.Combine(Data, "postmaster.pid");

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        if (File.Exists(PidFile) && int.TryParse(File.ReadAllLines(PidFile)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var pid) && pid != Environment.ProcessId && Process.GetProcesses().Any(process => process.Id == pid))
        {
            Process.GetProcessById(pid).Kill();
            Thread.Sleep(500);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_second_host_finds_the_first_ones_cluster_and_the_last_one_out_stops_it()
    {
        var opened = await Task.WhenAll(Task.Run(() => PrivateCluster.Open(folder, durable: false)), Task.Run(() => PrivateCluster.Open(folder, durable: false)));
        Assert.Equal(opened[0].ConnectionString("postgres"), opened[1].ConnectionString("postgres"));
        opened[0].Dispose();
        Assert.Equal("1", await Ask(opened[1], "select 1"));
        opened[1].Dispose();
        Assert.False(File.Exists(PidFile));
        Assert.Empty(Directory.GetFiles(folder, "host-*.alive"));
    }

    [Fact]
    public async Task A_killed_server_recovers_and_has_lost_nothing()
    {
        var first = PrivateCluster.Open(folder);
        await Ask(first, "create table kept (n int); insert into kept values (42)");
        using (var server = Process.GetProcessById(int.Parse(File.ReadAllLines(PidFile)[0], CultureInfo.InvariantCulture)))
        {
            server.Kill();
            await server.WaitForExitAsync();
        }

        // A killed host leaves its file, but no longer holds it.
        await File.WriteAllTextAsync(Path.Combine(folder, "host-dead.alive"), "");
        using (var second = PrivateCluster.Open(folder))
        {
            Assert.Equal("42", await Ask(second, "select n from kept"));
        }

        Assert.True(File.Exists(PidFile), "the first is still there");
        first.Dispose();
        Assert.False(File.Exists(PidFile));
    }

    [Fact]
    public async Task Another_program_may_have_got_the_number_of_the_process_and_the_port()
    {
        PrivateCluster.Open(folder, durable: false).Dispose();
        var before = ClusterSettings.Read(Path.Combine(folder, "embedded.json"));
        await File.WriteAllLinesAsync(PidFile, [Environment.ProcessId.ToString(CultureInfo.InvariantCulture), Data, "1", before.Port.ToString(CultureInfo.InvariantCulture), "", "127.0.0.1", "0 0", "ready"]);
        using var squatter = new TcpListener(IPAddress.Loopback, before.Port);
        squatter.Start();
        using var cluster = PrivateCluster.Open(folder, durable: false);
        Assert.Equal("1", await Ask(cluster, "select 1"));
        Assert.NotEqual(before.Port, ClusterSettings.Read(Path.Combine(folder, "embedded.json")).Port);
    }

    [Fact]
    public async Task A_half_made_cluster_is_made_anew()
    {
        Directory.CreateDirectory(Path.Combine(folder, "cluster.new", "made", "base"));
        using var cluster = PrivateCluster.Open(folder, durable: false);
        Assert.Equal("1", await Ask(cluster, "select 1"));
    }

    [Fact]
    public async Task A_finished_cluster_is_never_replaced_even_without_its_settings()
    {
        using (var first = PrivateCluster.Open(folder, durable: false))
        {
            await Ask(first, "create table kept (n int); insert into kept values (42)");
        }

        var settings = Path.Combine(folder, "embedded.json");
        File.Move(settings, settings + ".away");
        Assert.Contains("embedded.json", Assert.Throws<Host.EmbeddedPostgres.PostgresException>(() => PrivateCluster.Open(folder, durable: false)).Message, StringComparison.Ordinal);
        File.Move(settings + ".away", settings);
        using var again = PrivateCluster.Open(folder, durable: false);
        Assert.Equal("42", await Ask(again, "select n from kept"));
    }

    [Fact]
    public async Task A_folder_that_only_root_may_enter_and_a_link_to_it_serve()
    {
        var closed = Directory.CreateDirectory(Path.Combine(folder, "closed"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
        Directory.CreateSymbolicLink(Path.Combine(folder, "link"), closed);
        using var direct = PrivateCluster.Open(Path.Combine(closed, "data"), durable: false);
        using var linked = PrivateCluster.Open(Path.Combine(folder, "link", "data"), durable: false);
        Assert.Equal("1", await Ask(linked, "select 1"));
        Assert.Equal(direct.ConnectionString("x"), linked.ConnectionString("x"));
    }

    [Fact]
    public void Its_password_is_readable_by_its_owner_only()
    {
        using var cluster = PrivateCluster.Open(folder, durable: false);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "embedded.json")));
    }

    private static async Task<string?> Ask(PrivateCluster cluster, string sql)
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
