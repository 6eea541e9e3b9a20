using Workflow.Activities.Conferences;
using Xunit;

namespace Workflow.Integration.Tests.Conferences;

/// <summary>The power goes at any instant while the first ballots of a secret vote are sealed: what was sealed before can be opened afterwards.</summary>
public sealed class BallotKeyPowerTests
{
    private const string Folder = "/keys/ballots";

    [Fact]
    public void A_sealed_ballot_outlives_the_power_cut_at_every_step()
    {
        var steps = 0;
        for (var cut = 1; ; cut++)
        {
            var disk = new ForgetfulDisk(cut);
            var ballots = Vote(disk);
            if (disk.IsOn)
            {
                Assert.Equal(4, ballots.Count);
                break;
            }

            steps++;
            AllOpen(disk, ballots);
        }

        // Folder, its parent, the bytes, the name, the folder, and looking and reading in between.
        Assert.True(steps >= 6, $"only {steps} steps were cut");
    }

    [Fact]
    public void A_key_made_by_another_host_is_safe_before_this_one_seals_with_it()
    {
        for (var cut = 1; cut <= 12; cut++)
        {
            // The other host has given the key its name and not yet flushed the folder.
            var disk = new ForgetfulDisk(int.MaxValue) { FlushesNothing = true };
            var vote = Guid.Parse("11111111-1111-4111-8111-111111111111");
            new BallotSeal(new(Folder, disk)).Seal(vote, "+");
            (disk.FlushesNothing, disk.CutAfter) = (false, cut);
            var ballots = new List<(Guid, string)>();
            try
            {
                ballots.Add((vote, new BallotSeal(new(Folder, disk)).Seal(vote, "-")));
            }
            catch (PowerCut)
            {
                // Nothing was sealed, so nothing is asked of the key.
            }

            AllOpen(disk, ballots);
        }
    }

    [Fact]
    public void First_ballots_given_at_once_on_several_hosts_are_sealed_with_one_key()
    {
        const int Hosts = 8;
        var folder = Directory.CreateTempSubdirectory("ballot-keys").FullName;
        try
        {
            for (var count = 0; count < 60; count++)
            {
                var vote = Guid.NewGuid();
                using var begin = new Barrier(Hosts);
                var ballots = new string[Hosts];
                var threads = Enumerable.Range(0, Hosts).Select(host => new Thread(() =>
                {
                    var seal = new BallotSeal(new(folder));
                    begin.SignalAndWait();
                    ballots[host] = seal.Seal(vote, "+");
                })).ToList();
                threads.ForEach(thread => thread.Start());
                threads.ForEach(thread => thread.Join());
                var after = new BallotSeal(new(folder));
                Assert.All(ballots, ballot => Assert.Equal("+", after.Open(vote, ballot)));
            }

            Assert.Equal(60, Directory.GetFiles(folder).Length);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_real_disk_writes_names_and_flushes_folders()
    {
        var root = Directory.CreateTempSubdirectory("ballot-keys").FullName;
        try
        {
            var folder = Path.Combine(root, "khóa", "ballots");
            var vote = Guid.NewGuid();
            var ballot = new BallotSeal(new(folder)).Seal(vote, "+-0");
            Assert.Equal("+-0", new BallotSeal(new(folder)).Open(vote, ballot));
            Assert.Equal([vote.ToString("N")], Directory.GetFiles(folder).Select(Path.GetFileName));
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, vote.ToString("N"))));
                Assert.Throws<IOException>(() => new KeyDisk().Flush(Path.Combine(root, "không có")));
            }
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static List<(Guid Vote, string Ballot)> Vote(ForgetfulDisk disk)
    {
        var sealedBallots = new List<(Guid, string)>();
        try
        {
            foreach (var vote in new[] { Guid.Parse("11111111-1111-4111-8111-111111111111"), Guid.Parse("22222222-2222-4222-8222-222222222222") })
            {
                var seal = new BallotSeal(new(Folder, disk));
                sealedBallots.Add((vote, seal.Seal(vote, "+")));
                sealedBallots.Add((vote, seal.Seal(vote, "-")));
            }
        }
        catch (PowerCut)
        {
            // The ballots so far were on their way to the database, which keeps what it committed.
        }

        return sealedBallots;
    }

    private static void AllOpen(ForgetfulDisk disk, List<(Guid Vote, string Ballot)> ballots)
    {
        var after = new BallotSeal(new(Folder, disk.AfterPowerCut()));
        Assert.All(ballots, one => Assert.NotNull(after.Open(one.Vote, one.Ballot)));
    }

    private sealed class PowerCut : Exception;

    // Bytes are on the disk once a file is written (it flushes itself); a name, and a folder itself, only once the folder that holds it was flushed.
    private sealed class ForgetfulDisk(int cutAfter) : KeyDisk
    {
        private readonly Dictionary<string, byte[]> shown = new(StringComparer.Ordinal), kept = new(StringComparer.Ordinal);
        private readonly HashSet<string> folders = new(StringComparer.Ordinal), keptFolders = new(StringComparer.Ordinal) { "/", "/keys" };
        private int steps;

        public int CutAfter { get; set; } = cutAfter;

        public bool FlushesNothing { get; set; }

        public bool IsOn => CutAfter > 0;

        public ForgetfulDisk AfterPowerCut()
        {
            var disk = new ForgetfulDisk(int.MaxValue);
            foreach (var (path, bytes) in kept.Where(one => keptFolders.Contains(Path.GetDirectoryName(one.Key)!)))
            {
                disk.shown[path] = bytes;
            }

            return disk;
        }

        public override void Write(string path, byte[] bytes)
        {
            Step();
            shown[path] = bytes;
        }

        public override bool Name(string draft, string path)
        {
            Step();
            return !shown.ContainsKey(path) && shown.Remove(draft, out var bytes) && shown.TryAdd(path, bytes);
        }

        public override bool Has(string path)
        {
            Step();
            return shown.ContainsKey(path);
        }

        public override byte[] Read(string path)
        {
            Step();
            return shown[path];
        }

        public override void Delete(string path)
        {
            Step();
            shown.Remove(path);
        }

        public override void Folder(string path)
        {
            Step();
            folders.Add(path);
        }

        public override void Flush(string folder)
        {
            Step();
            if (FlushesNothing)
            {
                return;
            }

            foreach (var (path, bytes) in shown.Where(one => Path.GetDirectoryName(one.Key) == folder))
            {
                kept[path] = bytes;
            }

            keptFolders.UnionWith(folders.Where(one => Path.GetDirectoryName(one) == folder));
        }

        private void Step()
        {
            if (++steps > CutAfter || CutAfter <= 0)
            {
                CutAfter = 0;
                throw new PowerCut();
            }
        }
    }
}
